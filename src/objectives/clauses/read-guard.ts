import { Gathering } from "../../shared/gathering";
import { parseInput } from "../../shared/input";
import { nearest } from "../../shared/nearest";
import type { Guard } from "./clause";
import { InvalidClause } from "./clause.errors";
import type { RawKind } from "./clause.schema";
import { GUARD_SCHEMAS, type WrittenGuard } from "./guard.schema";
import { readChance, readNumber } from "./read-amount.rules";

/** A guard as written, in exact numbers; paths begin inside it. */
export function readGuard(raw: RawKind): Guard {
  const written = parseInput(guardSchema(raw["kind"]), raw) as WrittenGuard;
  switch (written.kind) {
    case "binomial":
      return { kind: "binomial", alpha: readChance(written.alpha, ["alpha"]) };
    case "critical_z":
      return readCriticalZ(written);
    case "small_sample":
      return readSmallSample(written);
    case "minimum_sample":
    case "all_reach":
      return written;
  }
}

function guardSchema(kind: unknown) {
  if (typeof kind === "string" && Object.hasOwn(GUARD_SCHEMAS, kind)) return GUARD_SCHEMAS[kind as Guard["kind"]];
  const known = Object.keys(GUARD_SCHEMAS);
  const meant = typeof kind === "string" ? nearest(kind, known) : null;
  const message = kind === undefined ? "The guard says no kind." : `There is no guard "${String(kind)}".`;
  const remedy = meant ? `Did you mean "${meant}"?` : `Write one of ${known.join(", ")}.`;
  throw new InvalidClause(message, { path: ["kind"], remedy });
}

function readCriticalZ({ kind, table }: WrittenGuard<"critical_z">): Guard {
  const gathering = new Gathering();
  const rows = table.map(({ fromSample, z }, index) => ({
    fromSample,
    z: gathering.attemptNow(() => readNumber(z, ["table", String(index), "z"]))!,
  }));
  gathering.attemptNow(() =>
    refuseDisorder(
      table.map((row) => row.fromSample),
      "fromSample",
    ),
  );
  if (table[0]!.fromSample > 1)
    gathering.add(
      new InvalidClause(`Nothing is said of samples under ${table[0]!.fromSample}.`, {
        path: ["table", "0", "fromSample"],
        remedy: "Begin the table with fromSample 1.",
      }),
    );
  gathering.throwIfAny();
  return { kind, table: rows };
}

function readSmallSample({ kind, table }: WrittenGuard<"small_sample">): Guard {
  const gathering = new Gathering();
  gathering.attemptNow(() =>
    refuseDisorder(
      table.map((row) => row.upToSample),
      "upToSample",
    ),
  );
  for (const [index, { upToSample, missesAllowed }] of table.entries())
    if (missesAllowed > upToSample)
      gathering.add(
        new InvalidClause(`${missesAllowed} misses of ${upToSample} facts can never happen.`, {
          path: ["table", String(index), "missesAllowed"],
          remedy: "Write at most as many misses as facts.",
        }),
      );
  gathering.throwIfAny();
  return { kind, table };
}

function refuseDisorder(samples: readonly number[], field: string): void {
  const index = samples.findIndex((sample, at) => at > 0 && sample <= samples[at - 1]!);
  if (index === -1) return;
  throw new InvalidClause(`The table goes from a sample of ${samples[index - 1]} to ${samples[index]}.`, {
    path: ["table", String(index), field],
    remedy: "Write the rows from the smallest sample to the largest, each once.",
  });
}
