import { NotFound, Refusals } from "../shared/errors";
import { printError } from "./print-error";

const textOf = (error: unknown, json = false): string => {
  let text = "";
  printError(error, json, (part) => void (text += part));
  return text;
};

describe("printError", () => {
  const unknown = new NotFound("service", "desk", ["objectives", "0", "service"]);

  it("says what is wrong, where, and what to do, without a stack", () => {
    expect(textOf(unknown)).toBe(
      '✗ There is no service "desk".\n  where: objectives.0.service\n' +
        "  what to do: Check the spelling, or define the service first.\n",
    );
  });

  it("prints several refusals one after the other", () => {
    const several = new Refusals([unknown, new NotFound("person", "P-9")]);

    expect(textOf(several).match(/✗/g)).toHaveLength(2);
  });

  it("gives programs the same as JSON", () => {
    expect(JSON.parse(textOf(unknown, true))).toEqual({
      errors: [
        {
          code: "NOT_FOUND",
          message: 'There is no service "desk".',
          path: ["objectives", "0", "service"],
          remedy: "Check the spelling, or define the service first.",
        },
      ],
    });
  });

  it("shows the stack of what nobody foresaw", () => {
    expect(textOf(new TypeError("x is not a function"))).toMatch(/^✗ Unexpected: x is not a function\n[^]*at /);
  });
});
