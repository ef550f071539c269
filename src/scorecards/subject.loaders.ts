import { contractById } from "../contracts/contract.loaders";
import { serviceById } from "../contracts/service.loaders";
import type { SubjectKind } from "../kpis/kpi-definition";
import { personById } from "../people/person.loaders";
import { positionById } from "../people/position.loaders";
import { teamById } from "../people/team.loaders";
import type { ApiContext, LoaderFactory } from "../platform/graphql/context";
import { ofType } from "../platform/graphql/node";

/** A row that is about a subject of scorecards. */
export interface RowOfSubject {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly personId: string | null;
}

const SUBJECTS: Record<SubjectKind, { type: string; byId: LoaderFactory<string, object | undefined> }> = {
  contract: { type: "Contract", byId: contractById },
  service: { type: "Service", byId: serviceById },
  team: { type: "Team", byId: teamById },
  person: { type: "Person", byId: personById },
  position: { type: "Position", byId: positionById },
};

/** The contract, service, team, person or position that a row is about; null when it is gone or out of sight. */
export async function subjectOfRow(ctx: ApiContext, row: RowOfSubject): Promise<object | null> {
  const { type, byId } = SUBJECTS[row.subjectKind];
  const found = await ctx.loader(byId).load(row.subjectKind === "person" ? (row.personId ?? "") : row.subjectId);
  return found ? ofType(type, found) : null;
}
