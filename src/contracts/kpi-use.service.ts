import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering } from "../shared/gathering";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { datedRecords, type Dated } from "../shared/versions";
import type { Contract } from "./contract.entity";
import { contractByCode, serviceByCode } from "./contract.lookups";
import { KpiUse } from "./kpi-use.entity";
import { kpiUseSchema, type KpiUseInput, type KpiUseTerms } from "./kpi-use.schema";
import type { Service } from "./service.entity";
import { versionsWithin } from "./term.rules";

/** The catalogue's word on a KPI with dialect and parameters; throws what is wrong with them. */
export type ResolveKpi = (reference: {
  readonly clientId: string;
  readonly kpiCode: string;
  readonly dialect: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
}) => { readonly dialect: string; readonly parameters: Readonly<Record<string, number>> };

type Terms = Pick<KpiUse, "dialect" | "parameters" | "minSample"> & Dated;

const termsRecord = ({ dialect, parameters, minSample }: Terms) => ({ dialect, parameters, minSample });

/** The use as its document says it. */
export const kpiUseRecord = (versions: readonly Terms[]) => ({ versions: datedRecords(versions, termsRecord) });

export class KpiUseService {
  constructor(
    private readonly resolve: ResolveKpi,
    private readonly onChanged: OnDefinitionChanged,
  ) {}

  async define(tx: Tx, context: DefinitionContext, raw: KpiUseInput): Promise<Defined<KpiUse[]>> {
    const input = parseInput(kpiUseSchema, raw);
    const { clientId } = await clientByCode(tx, context, input.client);
    await lockDefinitions(tx, clientId);
    const gathering = new Gathering();
    const found = await gathering.attempt(() => contractByCode(tx, clientId, input.contract));
    const service = found && (await gathering.attempt(() => serviceByCode(tx, found, input.service)));
    const terms = await gathering.attempt(() => this.readTerms(clientId, input));
    const dated = found && (await gathering.attempt(() => versionsWithin(found, input.versions)));
    gathering.throwIfAny();
    const contract = found!;
    const wanted = dated!.map(({ index, validFrom, validUntil }) => ({ validFrom, validUntil, ...terms![index]! }));
    const place = { contract, service: service ?? null, kpiCode: input.kpi };
    const { id, current } = await usesAt(tx, place);
    const row = { clientId, id, contractId: contract.id, serviceId: place.service?.id ?? null, kpiCode: input.kpi };
    const versions = wanted.map((terms) => ({ ...row, ...terms }));
    const versioned = { key: { clientId, id }, current, wanted: versions, termsOf: termsRecord };
    const from = await writeVersions<KpiUse, Terms>(tx, KpiUse, versioned, context.now);
    if (from) await this.onChanged(tx, { clientId, contractId: contract.id, from }, context);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "KpiUse",
      key: [input.client, input.contract, ...(input.service ? [input.service] : []), input.kpi].join("/"),
      before: current.length > 0 ? kpiUseRecord(current) : null,
      after: versions.length > 0 ? kpiUseRecord(versions) : null,
    });
    return { thing: (await usesAt(tx, place)).current, change };
  }

  /** The catalogue's word on every version, in the order written. */
  private async readTerms(clientId: string, input: Pick<KpiUseInput, "kpi"> & { versions: readonly KpiUseTerms[] }) {
    const kpi = { clientId, kpiCode: input.kpi };
    this.resolve({ ...kpi, dialect: null, parameters: {} });
    const gathering = new Gathering();
    const read: Omit<Terms, keyof Dated>[] = [];
    for (const [index, { minSample, ...terms }] of input.versions.entries()) {
      const inUse = await gathering.attempt(() => this.resolve({ ...terms, ...kpi }), ["versions", String(index)]);
      if (inUse) read.push({ dialect: inUse.dialect, parameters: inUse.parameters, minSample });
    }
    gathering.throwIfAny();
    return read;
  }
}

interface Place {
  readonly contract: Contract;
  readonly service: Service | null;
  readonly kpiCode: string;
}

/** The versions believed of the one use of a KPI at a place; its id is kept even while none is believed. */
async function usesAt(tx: Tx, { contract, service, kpiCode }: Place): Promise<{ id: string; current: KpiUse[] }> {
  const serviceId = service?.id ?? IsNull();
  const where = { clientId: contract.clientId, contractId: contract.id, serviceId, kpiCode };
  const all = await tx.find(KpiUse, { where, order: { validFrom: "ASC" } });
  return { id: all[0]?.id ?? newId(), current: all.filter((one) => one.supersededAt === null) };
}
