import { clientByCode } from "../../clients/client.lookups";
import type { Contract } from "../../contracts/contract.entity";
import { contractByCode } from "../../contracts/contract.lookups";
import { versionsWithin } from "../../contracts/term.rules";
import type { Tx } from "../../platform/database";
import { lockDefinitions } from "../../platform/definitions/by-code";
import type { Defined } from "../../platform/definitions/change";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../../platform/definitions/on-definition-changed";
import { recordChange } from "../../platform/definitions/record-change";
import { writeVersions } from "../../platform/definitions/write-versions";
import { overlap } from "../../shared/date-range";
import { Gathering } from "../../shared/gathering";
import { parseInput } from "../../shared/input";
import { datedRecords, type Dated } from "../../shared/versions";
import { datedByAmendment } from "../amended-days.rules";
import { loadObjectiveReferences, type ObjectiveReferences } from "../objective-references";
import type { DatedPromise } from "./promised-objective";
import { loadPromises } from "./promised-objectives.queries";
import { exactTerms } from "./read-settlement-terms";
import { SettlementTermsVersion } from "./settlement-terms-version.entity";
import { loadSettlementTerms } from "./settlement-terms.queries";
import {
  settlementTermsSchema,
  type SettlementTermsInput,
  type WrittenSettlementVersion,
} from "./settlement-terms.schema";
import { writtenSettlementTerms } from "./written-settlement-terms";

type Terms = Pick<SettlementTermsVersion, "terms" | "amendmentId"> & Dated;

/** What the record of terms is written with. */
export interface RecordSetting {
  readonly currency: string;
  readonly objectives: readonly DatedPromise[];
  readonly references: Pick<ObjectiveReferences, "codeOf">;
}

/** Terms as their document says them. */
export const settlementTermsRecord = (versions: readonly Terms[], setting: RecordSetting) => ({
  versions: datedRecords(versions, ({ terms, amendmentId, ...days }) => ({
    amendment: amendmentId && setting.references.codeOf(amendmentId),
    ...writtenSettlementTerms(terms, { ...setting, objectives: promisedWithin(setting.objectives, days) }),
  })),
});

export class SettlementTermsService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  /** Says what a contract says about money, in all its versions; none: nothing any more. */
  async define(
    tx: Tx,
    context: DefinitionContext,
    raw: SettlementTermsInput,
  ): Promise<Defined<{ contract: Contract; versions: SettlementTermsVersion[] }>> {
    const input = parseInput(settlementTermsSchema, raw);
    const { clientId } = await clientByCode(tx, context, input.client);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, input.contract);
    const place = { clientId, contractId: contract.id };
    const references = await loadObjectiveReferences(tx, contract);
    const setting = { currency: contract.currency, objectives: await loadPromises(tx, place), references };
    const wanted = readVersions(input.versions, { ...setting, contract, references });
    const current = await loadSettlementTerms(tx, place);
    const versioned = {
      key: place,
      current,
      wanted,
      termsOf: ({ terms, amendmentId }: Terms) => ({ terms, amendmentId }),
    };
    const from = await writeVersions<SettlementTermsVersion, Terms>(
      tx,
      SettlementTermsVersion,
      versioned as never,
      context.now,
    );
    if (from) await this.onChanged(tx, { ...place, from }, context);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "SettlementTerms",
      key: `${input.client}/${input.contract}`,
      before: current.length > 0 ? settlementTermsRecord(current, setting) : null,
      after: wanted.length > 0 ? settlementTermsRecord(wanted, setting) : null,
    });
    return { thing: { contract, versions: await loadSettlementTerms(tx, place) }, change };
  }
}

interface ReadSetting extends RecordSetting {
  readonly contract: Contract;
  readonly references: ObjectiveReferences;
}

function readVersions(written: readonly WrittenSettlementVersion[], setting: ReadSetting): Terms[] {
  const { contract, references } = setting;
  const gathering = new Gathering();
  const dated = gathering.attemptNow(() => versionsWithin(contract, datedByAmendment(written, references)));
  const terms = (dated ?? []).map((version) => {
    const under = ["versions", String(version.index)];
    return gathering.attemptNow(() => readVersion(version, setting), under)!;
  });
  gathering.throwIfAny();
  return terms;
}

function readVersion(version: WrittenSettlementVersion & Dated & { index: number }, setting: ReadSetting): Terms {
  const { index: _index, validFrom, validUntil, amendment, ...money } = version;
  const gathering = new Gathering();
  const cited = gathering.attemptNow(() => amendment && setting.references.find("amendment", amendment, ["amendment"]));
  const objectives = promisedWithin(setting.objectives, { validFrom, validUntil });
  const terms = gathering.attemptNow(() => exactTerms(money, { currency: setting.currency, objectives }));
  gathering.throwIfAny();
  return { validFrom, validUntil, amendmentId: cited ? cited.id : null, terms: terms! };
}

/** The versions of objectives that apply on any of the days. */
const promisedWithin = (promises: readonly DatedPromise[], days: Dated): DatedPromise[] =>
  promises.filter((one) => overlap(rangeOf(one), rangeOf(days)));

const rangeOf = ({ validFrom, validUntil }: Dated) => ({ from: validFrom, until: validUntil });
