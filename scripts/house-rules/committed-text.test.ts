import { committedText } from "./committed-text";
import { shown } from "../house-rules";

/** The printed findings for one file with this text. */
const findings = (text: string, path = "docs/guide.md"): string[] =>
  committedText([{ path, text, imports: [] }]).map(shown);

describe("TODO", () => {
  test.each(["// TODO: later", "// TODO later", "<!-- TODO(ann) -->"])("%s needs an issue number", (text) => {
    expect(findings(`first line\n${text}`)).toEqual([
      'docs/guide.md:2 todo – "TODO": a TODO carries an issue number: write `TODO #12: …`, or do it',
    ]);
  });

  test.each(["// TODO #12: later", "// TODO(#12) later", "the todo list", "AUTODOCS"])("%s is fine", (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe("machine paths", () => {
  test.each([
    ['const root = "/home/ann/regia";', '"/home/ann"'],
    ["cd /builds/regia && npm test", '"/builds/regia"'],
    ["see (/Users/ann/x)", '"/Users/ann"'],
    ["C:\\Users\\ann", '"C:\\Users\\"'],
    ["/root/.npmrc", '"/root/.npmrc"'],
  ])("%s is refused", (text, quoted) => {
    expect(findings(text)).toEqual([
      `docs/guide.md:1 machine paths – ${quoted}: a path of one machine: write it relative to the project`,
    ]);
  });

  test.each(["src/builds/x", "http://127.0.0.1:4000/home/x", "/usr/bin/env", "/tmp/x", "`POST /ingest/contact`"])(
    "%s is fine",
    (text) => {
      expect(findings(text)).toEqual([]);
    },
  );
});

describe("registry hosts", () => {
  test.each([
    "registry=https://npm.example.com/",
    "@acme:registry=x",
    '"resolved": "https://nexus.acme.com/a.tgz"',
    "https://registry.acme.com",
  ])("%s is refused", (text) => {
    expect(findings(text)).toEqual([expect.stringContaining("registry hosts – ")]);
  });

  test.each(['"resolved": "https://registry.npmjs.org/a.tgz"', "the signal registry = a table"])(
    "%s is fine",
    (text) => {
      expect(findings(text)).toEqual([]);
    },
  );
});

test("conflict marks are refused", () => {
  expect(findings("a\n<<<<<<< HEAD\nb")).toEqual(['docs/guide.md:2 conflict marks – "<<<<<<<": finish the merge']);
});
