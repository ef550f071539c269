import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { refuse } from "../shared/gathering";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { AmendmentVersion } from "./amendment-version.entity";
import { ContractAmendment } from "./amendment.entity";
import { AmendmentInUse, AmendmentRetroactive } from "./amendment.errors";
import { amendmentSchema, type AmendmentInput, type WrittenAmendment } from "./amendment.schema";
import type { Contract } from "./contract.entity";
import { contractByCode } from "./contract.lookups";
import { outsideTerm, OutsideContractTerm } from "./term.rules";

/** What cites an amendment, in words; answered by a folder further down. */
export type CitationsOf = (tx: Tx, amendment: Pick<ContractAmendment, "clientId" | "id">) => Promise<readonly string[]>;

type Terms = Pick<AmendmentVersion, "title" | "document" | "signedOn" | "effectiveFrom" | "rule">;

/** The amendment as its document says it. */
export const amendmentRecord = ({ title, document, signedOn, effectiveFrom, rule }: Terms) => ({
  ...{ title, document, signedOn, effectiveFrom, rule },
  ...(signedOn > effectiveFrom ? { retroactive: true } : {}),
});

export class AmendmentService {
  constructor(
    private readonly citationsOf: CitationsOf,
    private readonly onChanged: OnDefinitionChanged,
  ) {}

  /** Retold, it is believed otherwise from now on; what cites it stays as it is. */
  async define(tx: Tx, context: DefinitionContext, raw: AmendmentInput): Promise<Defined<ContractAmendment>> {
    const input = parseInput(amendmentSchema, raw);
    const { clientId } = await clientByCode(tx, context, input.client);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, input.contract);
    refuse(problemsOf(input, contract));
    const place = { clientId, contractId: contract.id, code: input.code };
    const known = await tx.findOneBy(ContractAmendment, place);
    const amendment = known ?? Object.assign(new ContractAmendment(), { ...place, id: newId() });
    const before = known && (await believed(tx, known));
    if (before) await this.refuseInUse(tx, known, before, input);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Amendment",
      key: `${input.client}/${input.contract}/${input.code}`,
      before: before && amendmentRecord(before),
      after: input.withdrawn ? null : amendmentRecord(input),
    });
    if (change.outcome !== "unchanged") {
      if (!known) await tx.insert(ContractAmendment, amendment);
      await this.write(tx, context, { amendment, before, after: input.withdrawn ? null : input });
    }
    return { thing: amendment, change };
  }

  private async refuseInUse(
    tx: Tx,
    amendment: ContractAmendment,
    before: AmendmentVersion,
    { withdrawn, effectiveFrom }: WrittenAmendment,
  ): Promise<void> {
    if (!withdrawn && effectiveFrom === before.effectiveFrom) return;
    const citedBy = await this.citationsOf(tx, amendment);
    if (citedBy.length > 0)
      throw new AmendmentInUse(amendment.code, citedBy, withdrawn ? "withdrawn" : "effectiveFrom");
  }

  private async write(tx: Tx, context: DefinitionContext, { amendment, before, after }: Writing): Promise<void> {
    const { clientId, contractId, id: amendmentId } = amendment;
    const key = { clientId, amendmentId };
    if (before) await tx.update(AmendmentVersion, { ...key, version: before.version }, { supersededAt: context.now });
    if (after) {
      const version = ((await tx.maximum(AmendmentVersion, "version", key)) ?? 0) + 1;
      const { title, document, signedOn, effectiveFrom, rule } = after;
      const times = { recordedAt: context.now, supersededAt: null };
      await tx.insert(AmendmentVersion, {
        ...{ ...key, version, title, document, signedOn, effectiveFrom, rule },
        ...times,
      });
    }
    if (before && after && before.rule !== after.rule)
      await this.onChanged(tx, { clientId, contractId, from: after.effectiveFrom }, context);
  }
}

interface Writing {
  readonly amendment: ContractAmendment;
  readonly before: AmendmentVersion | null;
  readonly after: Terms | null;
}

const believed = (tx: Tx, { clientId, id }: ContractAmendment): Promise<AmendmentVersion | null> =>
  tx.findOneBy(AmendmentVersion, { clientId, amendmentId: id, supersededAt: IsNull() });

function problemsOf({ code, signedOn, effectiveFrom, retroactive }: WrittenAmendment, contract: Contract) {
  const isOutside = outsideTerm(contract, { from: effectiveFrom, until: null }).length > 0;
  return [
    ...(isOutside ? [new OutsideContractTerm(effectiveFrom, contract, ["effectiveFrom"])] : []),
    ...(signedOn > effectiveFrom && !retroactive ? [new AmendmentRetroactive(code, { signedOn, effectiveFrom })] : []),
  ];
}
