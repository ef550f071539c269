import tseslint from "typescript-eslint";

/** Files that may read `process.env`, each with its reason. Everything else gets its settings from readConfig(). */
const ENVIRONMENT_READERS = [
  "src/platform/config.ts", // reads and checks every variable, once
  "scripts/bench/child-memory.ts", // passes the environment on to a child process
];

const ban = (selector, message) => ({ selector, message });

/** A pattern that also matches when the words stand in a template. */
const inText = (pattern, message) => [
  ban(`Literal[value=${pattern}]`, message),
  ban(`TemplateElement[value.raw=${pattern}]`, message),
];

const FUNCTIONS = [
  "FunctionDeclaration[params.length>4]",
  "ArrowFunctionExpression[params.length>4]",
  ":not(MethodDefinition[kind='constructor']) > FunctionExpression[params.length>4]",
  "TSEmptyBodyFunctionExpression[params.length>4]",
].join(",");

const DECORATOR = "Decorator > CallExpression";
const FRAME = "(?<!\\b(?:rows|range|groups)\\s{1,9})";

const everywhere = [
  ban("ExportAllDeclaration", "No barrels: let others import from the file that defines the thing."),
  ban("ExportNamedDeclaration[source]", "No re-exports: let others import from the file that defines the thing."),
  ban(
    "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>5]",
    "More than 5 collaborators: split.",
  ),
  ...inText(
    `/\\b(?:select|where|join|having)\\b[^]*${FRAME}\\bbetween\\b(?:[^]{1,90}\\sand\\s|\\s*$)|${FRAME}\\bbetween\\s+[:$]\\w/i`,
    "No BETWEEN in SQL: ranges are half-open, write `x >= a and x < b`.",
  ),
  ban(
    `${DECORATOR}[callee.name=/^(Field|Query|Mutation)$/]:not([arguments.0.type='ArrowFunctionExpression'])`,
    "Name the type: `@Field(() => Int)`.",
  ),
  ban(
    `${DECORATOR}[callee.name='Arg']:not([arguments.1.type='ArrowFunctionExpression'])`,
    'Name the type: `@Arg("id", () => ID)`.',
  ),
  ban(
    `${DECORATOR}[callee.name=/^(Column|PrimaryColumn)$/]:not([arguments.0.type='Literal']):not(:has(Property[key.name='type']))`,
    'Name the type: `@Column("uuid", { name: "client_id" })`.',
  ),
  ban(
    `${DECORATOR}[callee.name=/^(ManyToOne|OneToMany|OneToOne|ManyToMany)$/]`,
    "An entity is a row: refer to other rows by id, join in loaders and *.queries.ts.",
  ),
];

const fewParameters = [ban(FUNCTIONS, "More than 4 parameters: take one object.")];

const CLOCK = "The current time enters in main/ and is passed on: take `now: Date`.";
const noClock = [
  ban("NewExpression[callee.name='Date'][arguments.length=0]", CLOCK),
  ban("CallExpression[callee.name='Date']", CLOCK),
  ban("CallExpression[callee.object.name='DateTime'][callee.property.name='now']", CLOCK),
  ban("CallExpression[callee.object.name='DateTime'][callee.property.name=/^(utc|local)$/][arguments.length=0]", CLOCK),
];

const PURE = "Rules are pure: they take values and return values.";
const noEffects = [
  ban(":function[async=true]", `${PURE} Asynchronous work belongs in a service.`),
  ban("AwaitExpression", `${PURE} Asynchronous work belongs in a service.`),
  ban("ImportExpression", `${PURE} Import at the top.`),
];

const property = (object, name, message) => ({ object, property: name, message });
const noEnvironment = property("process", "env", "Settings come from readConfig() in src/platform/config.ts.");
const noDateNow = property("Date", "now", CLOCK);
const noRandom = property("Math", "random", `${PURE} Pass the random number in.`);

/** Rules, and the constant tables they read. */
const PURE_FILES = ["**/*.rules.ts", "src/kpis/{catalogue,witnesses,stream-fields}/**"];

/** Packages that only compute: rules may use them. */
const PURE_PACKAGES = "rrule$";

const restrictSyntax = (...bans) => ["error", ...bans.flat()];

/** What only this project asks for; checked on their own by scripts/house-rules/eslint-rules.test.ts. */
export const houseRules = [
  {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 40, skipComments: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      "no-restricted-syntax": restrictSyntax(everywhere, fewParameters),
      "no-restricted-properties": ["error", noEnvironment],
      "no-restricted-imports": ["error", importBans()],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/{main,platform,test-support}/**", "**/*.test.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": restrictSyntax(everywhere, fewParameters, noClock),
      "no-restricted-properties": ["error", noEnvironment, noDateNow],
    },
  },
  {
    files: PURE_FILES,
    rules: {
      "no-restricted-syntax": restrictSyntax(everywhere, fewParameters, noClock, noEffects),
      "no-restricted-properties": ["error", noEnvironment, noDateNow, noRandom],
      "no-restricted-globals": ["error", ...effects().map((name) => ({ name, message: PURE }))],
      "no-restricted-imports": "off",
      "@typescript-eslint/no-restricted-imports": pureImports(
        "(\\.\\./)+shared/|.*(/(catalogue|witnesses|stream-fields)/|\\.(rules|errors)$)",
      ),
    },
  },
  {
    files: ["src/kpis/{catalogue,witnesses,stream-fields}/**"],
    rules: { "@typescript-eslint/no-restricted-imports": pureImports("(\\.\\./)+shared/|\\./|.*\\.(rules|errors)$") },
  },
  {
    // A describe block holds a whole file of sentences, a builder one big value, a migration one text.
    files: ["**/*.test.ts", "**/*.builder.ts", "migrations/**"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    // The columns of a table of cases arrive as parameters.
    files: ["**/*.test.ts"],
    rules: { "no-restricted-syntax": restrictSyntax(everywhere) },
  },
  {
    files: ["migrations/**"],
    rules: { "max-lines": "off" },
  },
  {
    files: ["migrations/index.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ENVIRONMENT_READERS,
    rules: { "no-restricted-properties": "off" },
  },
];

export default tseslint.config(
  { ignores: ["dist/", ".data/", "coverage/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "no-useless-catch": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          varsIgnorePattern: "^_",
          destructuredArrayIgnorePattern: "^_",
          ignoreRestSiblings: true,
        },
      ],
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true, allowThrowingAny: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  houseRules,
);

function importBans() {
  return {
    paths: [
      { name: "process", importNames: ["env"], message: "Settings come from readConfig()." },
      { name: "node:process", importNames: ["env"], message: "Settings come from readConfig()." },
      { name: "typeorm", importNames: ["Between"], message: "Ranges are half-open: MoreThanOrEqual and LessThan." },
    ],
  };
}

/** Values come from paths that match `allowed`; types from everywhere. */
function pureImports(allowed) {
  const message =
    "Rules import values from shared/, catalogue/, other *.rules and *.errors; from elsewhere types only.";
  const patterns = [{ regex: `^(?!${allowed}|${PURE_PACKAGES})`, allowTypeImports: true, message }];
  return ["error", { ...importBans(), patterns }];
}

/** Globals that reach outside a pure function. */
function effects() {
  return ["process", "fetch", "console", "performance", "setTimeout", "setInterval", "setImmediate", "queueMicrotask"];
}
