import type { Contract } from "../../contracts/contract.entity";
import { InvalidExclusion } from "../../contracts/exclusions/exclusion.errors";
import type { Requested } from "../../contracts/exclusions/exclusion.service";
import { requestedTimes } from "../../contracts/exclusions/requested-times.rules";
import { Service } from "../../contracts/service.entity";
import { Objective } from "../../objectives/objective.entity";
import type { Tx } from "../../platform/database";
import { dayOf } from "../../shared/day";
import { NotFound, Refusals, type DomainError } from "../../shared/errors";
import { codeField } from "../../shared/fields";
import type { RequestExclusionInput } from "./act-on-exclusion.type";

/** What is asked for, with every name found; refuses with everything that is wrong at once. */
export async function requestedExclusion(tx: Tx, contract: Contract, input: RequestExclusionInput): Promise<Requested> {
  const { clientId, id: contractId } = contract;
  const services = await tx.findBy(Service, { clientId, contractId });
  const objectives = await tx.findBy(Objective, { clientId, contractId });
  const named = {
    services: namedAmong(services, input.services, ["service", "services"]),
    objectives: namedAmong(objectives, input.objectives, ["objective", "objectives"]),
  };
  const known = new Set(services.flatMap(({ channels }) => channels));
  const troubles = [
    ...[...named.services, ...named.objectives].flatMap(({ missing }) => missing ?? []),
    ...(input.channels ?? []).flatMap((one, at) => (known.has(one) ? [] : [unknownChannel(one, at, known)])),
    ...troubleOfCode(input.code),
  ];
  if (troubles.length > 0) throw new Refusals(troubles);
  const times = requestedTimes(input, contract.timeZone);
  refuseOutsideTerm(times, contract);
  return {
    ...{ code: input.code, kind: input.kind, reason: input.reason, evidence: input.evidence ?? [], ...times },
    serviceIds: named.services.flatMap(({ id }) => id ?? []),
    channels: [...(input.channels ?? [])],
    objectiveIds: named.objectives.flatMap(({ id }) => id ?? []),
  };
}

interface Named {
  readonly id?: string;
  readonly missing?: DomainError;
}

const namedAmong = (
  all: readonly { readonly id: string; readonly code: string }[],
  codes: readonly string[] | null | undefined,
  [kind, field]: readonly [string, string],
): Named[] =>
  (codes ?? []).map((code, at) => {
    const found = all.find((one) => one.code === code);
    return found ? { id: found.id } : { missing: new NotFound(kind, code, [field, String(at)]) };
  });

const unknownChannel = (channel: string, at: number, known: ReadonlySet<string>): DomainError =>
  new InvalidExclusion(`No service of the contract has a channel "${channel}".`, {
    path: ["channels", String(at)],
    remedy: `It has ${[...known].sort().join(", ")}.`,
  });

const troubleOfCode = (code: string): DomainError[] =>
  codeField.safeParse(code).success
    ? []
    : [
        new InvalidExclusion(`"${code}" is no code.`, {
          path: ["code"],
          remedy: "Begin with a letter or digit; letters, digits, dots, dashes and underscores may follow.",
        }),
      ];

/** Half-open on both sides; what is open-ended has no end to be past. */
function refuseOutsideTerm({ fromAt, untilAt }: Pick<Requested, "fromAt" | "untilAt">, contract: Contract): void {
  const { startsOn, endsOn, timeZone } = contract;
  const isBefore = dayOf(new Date(untilAt.getTime() - 1), timeZone) < startsOn;
  const isAfter = endsOn !== null && dayOf(fromAt, timeZone) >= endsOn;
  if (!isBefore && !isAfter) return;
  throw new InvalidExclusion(
    `The contract is in force from ${startsOn}${endsOn === null ? "" : ` until before ${endsOn}`}: nothing counts under it then.`,
    { path: ["fromAt"], remedy: "Name a time within the term of the contract." },
  );
}
