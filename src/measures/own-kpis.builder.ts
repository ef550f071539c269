import { OwnKpiService } from "../kpis/own/own-kpi.service";
import type { OwnKpiInput } from "../kpis/own/own-kpi.schema";
import { OwnMeasureService } from "../kpis/own/own-measure.service";
import type { MeasureInput } from "../kpis/own/own-measure.schema";
import type { Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";

interface Opener {
  asInternal<T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
}

interface Given {
  readonly clientId: string;
  readonly client: { readonly code: string };
}

const kpis = new OwnKpiService(() => Promise.resolve());
const measures = new OwnMeasureService((tx, code, context) => kpis.followMeasure(tx, code, context));

const contextOf = ({ clientId }: Given): DefinitionContext => ({
  ...{ actor: "test", now: new Date("2026-06-20T08:00:00Z"), requestId: null, clientIds: [clientId], internal: true },
});

/** Defines a measure of a client: `await defineMeasure(database, given, { code, stream: "contact", versions: [{}] })`. */
export const defineMeasure = (database: Opener, given: Given, input: Omit<MeasureInput, "client" | "description">) =>
  database.asInternal([given.clientId], (tx) =>
    measures.define(tx, contextOf(given), { client: given.client.code, description: "A measure.", ...input }),
  );

/** Defines a KPI of a client: a share of quality unless told otherwise. */
export const defineKpi = (
  database: Opener,
  given: Given,
  input: Partial<OwnKpiInput> & Pick<OwnKpiInput, "code" | "versions">,
) =>
  database.asInternal([given.clientId], (tx) =>
    kpis.define(tx, contextOf(given), {
      ...{ client: given.client.code, names: { en: "A KPI" }, descriptions: { en: "What it means." } },
      ...{ family: "quality", unit: "share", direction: "maximise", ...input },
    }),
  );
