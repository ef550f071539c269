import type { Tx } from "../platform/database";
import type { Change } from "../platform/definitions/change";
import { loadDefinitions, type ContractDefinitions } from "../scorecards/definitions.queries";
import { commonDays } from "../scorecards/source.rules";
import type { DayRange } from "../shared/date-range";
import { addDays, dayOf, laterOf, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { CascadeFinding } from "./cascade-finding";
import { codesOfPeople, contractsOf, positionsElsewhere } from "./cascade-material.queries";
import { cascadeFindings, verdictOf, type CascadeVerdict } from "./cascade.rules";
import { touchedContracts } from "./touched-contracts.rules";

/** What is asked of a check. */
export interface CascadeAsked {
  readonly clientId: string;
  readonly contractId: string;
  /** Every client whose positions may be looked at, to tell a gap from work under another contract. */
  readonly clientIds: readonly string[];
  readonly now: Date;
  /** The setup as it was believed then; left out: as it is believed now. */
  readonly asOf?: Date | null;
  /** That day alone. */
  readonly validOn?: Day | null;
  /** From that day on; both left out: from today in the contract's zone, or the first of the term if that is later. */
  readonly from?: Day | null;
}

export interface CascadeCheck {
  readonly clientId: string;
  readonly contractId: string;
  readonly asOf: Date;
  /** The days looked at; null: none of them lies within the term. */
  readonly days: DayRange | null;
  readonly verdict: CascadeVerdict;
  /** The worst first. */
  readonly findings: readonly CascadeFinding[];
}

/** A check of one of several contracts. */
export interface ContractCheck extends CascadeCheck {
  /** `northwind/care` */
  readonly contract: string;
}

type Whose = Pick<CascadeAsked, "clientIds" | "now">;

/**
 * Checks whether the setup of a contract hands its targets down to whoever can reach them. Fourteen statements; two more
 * where somebody answers for every contract.
 */
export class CascadeService {
  async check(tx: Tx, asked: CascadeAsked): Promise<CascadeCheck> {
    const { clientId, contractId, clientIds, now, asOf = null } = asked;
    const definitions = await loadDefinitions(tx, { clientId, contractId, believedAt: asOf });
    const days = daysAsked(asked, definitions);
    const people = [...new Set(definitions.positions.map(({ personId }) => personId))];
    const personCodes = await codesOfPeople(tx, people);
    const others = await positionsElsewhere(tx, { clientIds, contractId, people, believedAt: asOf });
    const elsewhere = groupBy(others, (one) => one.personId);
    const findings = days ? cascadeFindings({ definitions, days, personCodes, elsewhere }) : [];
    return { clientId, contractId, asOf: asOf ?? now, days, verdict: verdictOf(findings), findings };
  }

  /** Checks every contract whose cascade a change of definitions may have touched. */
  async checkTouched(tx: Tx, changes: readonly Change[], { clientIds, now }: Whose): Promise<ContractCheck[]> {
    const touched = touchedContracts(changes, await contractsOf(tx, clientIds));
    const checks: ContractCheck[] = [];
    for (const { clientId, contractId, clientCode, code } of touched) {
      const check = await this.check(tx, { clientId, contractId, clientIds, now });
      checks.push({ ...check, contract: `${clientCode}/${code}` });
    }
    return checks;
  }
}

/** Days asked for that lie within the term. */
function daysAsked({ validOn, from, now }: CascadeAsked, { contract }: ContractDefinitions): DayRange | null {
  const { startsOn, endsOn, timeZone } = contract;
  const first = from ?? validOn ?? laterOf(dayOf(now, timeZone), startsOn);
  const term = commonDays({ from: startsOn, until: endsOn }, { from: first, until: null });
  return term && validOn ? commonDays(term, { from: validOn, until: addDays(validOn, 1) }) : term;
}
