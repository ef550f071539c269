import { rmSync } from "node:fs";
import { findingsIn, shown } from "../house-rules";
import { aTree } from "./source-tree.builder";

/** The printed findings for a tree of these files. */
function findings(files: Record<string, string>): string[] {
  const root = aTree(files);
  try {
    return findingsIn(root).map(shown);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe("import order", () => {
  test("lets a folder import from folders above it and from itself", () => {
    expect(
      findings({
        "src/shared/day.ts": "export const day = 1;",
        "src/kpis/kpi.rules.ts": 'import { day } from "../shared/day";',
        "src/facts/fact.ts": 'import "./row"; import "../kpis/kpi.rules";',
        "src/facts/row.ts": "",
      }),
    ).toEqual([]);
  });

  test.each([
    ["a plain import", 'import { fact } from "../facts/fact";'],
    ["a type-only import", 'import type { Fact } from "../facts/fact";'],
    ["an import type in an annotation", 'export const x: import("../facts/fact").Fact = 1;'],
    ["a dynamic import", 'export const x = import("../facts/fact");'],
    ["a require call", 'export const x = require("../facts/fact");'],
    ["a re-export", 'export { fact } from "../facts/fact";'],
    ["an import with the ending .js", 'import "../facts/fact.js";'],
  ])("refuses %s from a folder below, naming file and line", (_, code) => {
    expect(findings({ "src/facts/fact.ts": "", "src/kpis/kpi.ts": `// a comment\n\n${code}` })).toEqual([
      "src/kpis/kpi.ts:3 import order – kpis/ comes before facts/: move what it needs from src/facts/fact.ts up, or this code down",
    ]);
  });

  test("is not misled by import lines inside strings and comments", () => {
    expect(
      findings({
        "src/facts/fact.ts": "",
        "src/kpis/kpi.ts": '// import "../facts/fact"\nexport const x = `import "../facts/fact"`;',
      }),
    ).toEqual([]);
  });

  test("lets tests, and only tests, import from test-support", () => {
    const code = 'import "../test-support/test-database";';
    const files = { "src/test-support/test-database.ts": "", "src/kpis/kpi.test.ts": code };

    expect(findings(files)).toEqual([]);
    expect(findings({ ...files, "src/main/services.ts": code })).toEqual([
      "src/main/services.ts:1 import order – only tests import from test-support (src/test-support/test-database.ts)",
    ]);
  });

  test("lets tests, seeds and other builders, and nothing else, import a builder", () => {
    const files = {
      "src/clients/client.builder.ts": "",
      "src/contracts/contract.builder.ts": 'import "../clients/client.builder";',
      "src/contracts/contract.test.ts": 'import "./contract.builder"; import "../clients/client.builder";',
      "src/clients/client.test.ts": 'import "../contracts/contract.builder";',
      "scripts/seed.ts": 'import "../src/clients/client.builder";',
    };

    expect(findings(files)).toEqual([]);
    expect(findings({ ...files, "src/setup/apply.ts": 'import "../clients/client.builder";' })).toEqual([
      "src/setup/apply.ts:1 import order – only tests and seeds import builders (src/clients/client.builder.ts)",
    ]);
  });

  test("keeps migrations and scripts out of the features", () => {
    const files = {
      "migrations/index.ts": "",
      "scripts/seed.ts": "",
      "src/main/migrate.ts": 'import "../../migrations";',
      "src/facts/fact.ts": 'import "../../migrations";\nimport "../../scripts/seed";',
    };

    expect(findings(files)).toEqual([
      "src/facts/fact.ts:1 import order – only main/, test-support/, tests may import from migrations/",
      "src/facts/fact.ts:2 import order – only tests may import from scripts/",
    ]);
  });

  test("refuses a folder that the list does not name", () => {
    expect(findings({ "src/reports/report.ts": "", "examples/setup.yaml": "" })).toEqual([
      expect.stringMatching(/^examples\/setup\.yaml:1 folders – no top-level folder "examples"/),
      expect.stringMatching(/^src\/reports\/report\.ts:1 folders – "reports" is not in the folder list/),
    ]);
  });
});

describe("cycles", () => {
  test("are reported once, with the shortest way round", () => {
    expect(
      findings({
        "src/kpis/a.ts": 'import "./b";',
        "src/kpis/b.ts": 'import "./d";\nimport type { C } from "./c";',
        "src/kpis/c.ts": 'import "./a";',
        "src/kpis/d.ts": 'import "./c";',
      }),
    ).toEqual([
      "src/kpis/a.ts:1 no cycles – src/kpis/a.ts → src/kpis/b.ts → src/kpis/c.ts → src/kpis/a.ts: move what they share into a file of its own",
    ]);
  });

  test("include a file that imports itself", () => {
    expect(findings({ "src/kpis/a.ts": 'import "./a";' })).toHaveLength(1);
  });

  test("do not include two ways to the same file", () => {
    expect(
      findings({
        "src/kpis/a.ts": 'import "./b"; import "./c";',
        "src/kpis/b.ts": 'import "./d";',
        "src/kpis/c.ts": 'import "./d";',
        "src/kpis/d.ts": "",
      }),
    ).toEqual([]);
  });
});

describe("file names", () => {
  test.each(["utils", "string-utils", "helpers", "kpi-manager", "data", "info"])("%s.ts says nothing", (name) => {
    expect(findings({ [`src/kpis/${name}.ts`]: "" })).toEqual([
      `src/kpis/${name}.ts:1 file names – "${name}" says nothing: name the noun it is about`,
    ]);
  });

  test.each(["src/main/data-source.ts", "src/people/team-management.rules.ts", "migrations/index.ts"])(
    "%s is fine",
    (path) => {
      expect(findings({ [path]: "" })).toEqual([]);
    },
  );

  test("are in lower case with hyphens", () => {
    expect(findings({ "src/kpis/kpiFormula.ts": "" })).toEqual([
      "src/kpis/kpiFormula.ts:1 file names – write noun.kind.ts in lower case with hyphens",
    ]);
  });

  test("refuse a barrel", () => {
    expect(findings({ "src/kpis/index.ts": "" })).toEqual([
      "src/kpis/index.ts:1 no barrels – name the file after what it defines",
    ]);
  });
});

test("a feature with rows explains itself in a README", () => {
  const row = { "src/kpis/kpi.entity.ts": "" };

  expect(findings({ ...row, "src/kpis/README.md": "# KPIs" })).toEqual([]);
  expect(findings(row)).toEqual([
    "src/kpis/README.md:1 readme – write README.md: what its words mean, what must always hold, what was decided",
  ]);
});
