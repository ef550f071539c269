import { retrying } from "./retry";

const refused = (code: string): Error => Object.assign(new Error(code), { code });

describe("retrying", () => {
  it.each(["40001", "40P01"])("repeats what the database gave up for another's sake (%s)", async (code) => {
    const attempts: number[] = [];

    const result = await retrying(async () => {
      attempts.push(attempts.length);
      if (attempts.length < 3) throw refused(code);
      return "done";
    });

    expect(result).toBe("done");
    expect(attempts).toHaveLength(3);
  });

  it("passes everything else on at once", async () => {
    let attempts = 0;
    const work = async (): Promise<never> => {
      attempts += 1;
      throw refused("23505");
    };

    await expect(retrying(work)).rejects.toThrow("23505");
    expect(attempts).toBe(1);
  });
});
