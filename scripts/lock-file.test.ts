import { readFileSync } from "node:fs";

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};

/** `npm install` leaves out what the registry lacks for other systems, and `npm ci` then refuses the file. */
describe("package-lock.json", () => {
  it("holds the packages of every system, not only of the one that wrote it", () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${from}/node_modules/${name}`],
      ),
    );

    expect(missing).toEqual([]);
  });

  it("names no address to fetch from, so that everybody's own registry serves", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
  });
});
