import { defineJob, definedJobs, handle, handlersByName } from "./job";

describe("jobs and their handlers", () => {
  const settle = defineJob<{ reason: string }>("settle");
  const compile = defineJob<{ reviewId: string }>("compile");
  const nothing = async (): Promise<void> => undefined;

  it("every defined job is known, and a name is given once", () => {
    expect(definedJobs()).toEqual([settle, compile]);
    expect(() => defineJob("settle")).toThrow('The job "settle" is defined twice.');
  });

  it("one handler for each job is as it must be", () => {
    const handlers = handlersByName(definedJobs(), [handle(settle, nothing), handle(compile, nothing)]);

    expect([...handlers.keys()]).toEqual(["settle", "compile"]);
  });

  it("a job without a handler, one with two, and a handler of no job are all named at once", () => {
    const find = (): unknown => handlersByName([settle], [handle(compile, nothing)]);
    const double = (): unknown => handlersByName([settle], [handle(settle, nothing), handle(settle, nothing)]);

    expect(find).toThrow('"settle" has no handler; "compile" is not a job of this worker');
    expect(double).toThrow('"settle" has 2 handlers');
  });
});
