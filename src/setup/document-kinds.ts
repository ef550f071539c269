import { assignmentTermsSchema, kpiAssignmentSchema } from "../assignments/kpi-assignment.schema";
import { kpiSetSchema, kpiSetTermsSchema } from "../assignments/kpi-set.schema";
import { clientSchema } from "../clients/client.schema";
import { amendmentSchema } from "../contracts/amendment.schema";
import { calendarSchema, calendarTermsSchema } from "../contracts/calendar.schema";
import { contractSchema } from "../contracts/contract.schema";
import { kpiUseSchema, kpiUseTermsSchema } from "../contracts/kpi-use.schema";
import { serviceSchema } from "../contracts/service.schema";
import { feedSchema, feedTermsShape } from "../facts/feed.schema";
import { formulaTermsSchema, ownKpiSchema } from "../kpis/own/own-kpi.schema";
import { measureSchema, measureTermsSchema } from "../kpis/own/own-measure.schema";
import { settlementTermsSchema, settlementVersionSchema } from "../objectives/clauses/settlement-terms.schema";
import { objectiveSchema, objectiveTermsSchema } from "../objectives/objective.schema";
import { personSchema } from "../people/person.schema";
import { positionSchema } from "../people/position.schema";
import { roleSchema } from "../people/role.schema";
import { teamSchema } from "../people/team.schema";
import { trainingSchema } from "../people/training.schema";
import { forumSchema } from "../reviews/forum.schema";

/** Kinds of document, in the order in which they are defined: what is referred to comes first. */
export const DOCUMENT_KINDS = [
  "Client",
  "Measure",
  "Kpi",
  "Calendar",
  "Contract",
  "Amendment",
  "Service",
  "Team",
  "Role",
  "Person",
  "Position",
  "Training",
  "KpiUse",
  "Objective",
  "SettlementTerms",
  "KpiAssignment",
  "KpiSet",
  "Forum",
  "ImportProfile",
  "Feed",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A list of further definitions inside a document, which take some of their fields from it. */
interface Nesting {
  readonly kind: DocumentKind;
  /** Field of the nested definition → field of the document around it. */
  readonly inherits: Readonly<Record<string, string>>;
  /** At most one, written without a list. */
  readonly isSingle?: true;
}

interface KindOfDocument {
  readonly fields: readonly string[];
  /** Fields of one version, which a document with a single version may write without `versions`. */
  readonly terms: readonly string[];
  readonly nested: Readonly<Record<string, Nesting>>;
  /** The fields that together name one thing; empty: it has no name of its own. */
  readonly key: readonly string[];
}

const fieldsOf = (schema: { shape: object }): string[] => Object.keys(schema.shape);
const UNDER_CONTRACT = { client: "client", contract: "code" };

const kind = (schema: { shape: object }, key: string[], more: Partial<KindOfDocument> = {}): KindOfDocument => ({
  fields: fieldsOf(schema),
  terms: [],
  nested: {},
  key,
  ...more,
});

export const KINDS: Readonly<Record<DocumentKind, KindOfDocument>> = {
  Client: kind(clientSchema, ["code"]),
  Measure: kind(measureSchema, ["code"], { terms: fieldsOf(measureTermsSchema) }),
  Kpi: kind(ownKpiSchema, ["code"], { terms: fieldsOf(formulaTermsSchema) }),
  Calendar: kind(calendarSchema, ["client", "code"], { terms: fieldsOf(calendarTermsSchema) }),
  Contract: kind(contractSchema, ["client", "code"], {
    nested: {
      services: { kind: "Service", inherits: UNDER_CONTRACT },
      teams: { kind: "Team", inherits: UNDER_CONTRACT },
      trainings: { kind: "Training", inherits: UNDER_CONTRACT },
      kpisInUse: { kind: "KpiUse", inherits: UNDER_CONTRACT },
      amendments: { kind: "Amendment", inherits: UNDER_CONTRACT },
      objectives: { kind: "Objective", inherits: UNDER_CONTRACT },
      settlementTerms: { kind: "SettlementTerms", inherits: UNDER_CONTRACT, isSingle: true },
      forums: { kind: "Forum", inherits: UNDER_CONTRACT },
    },
  }),
  Amendment: kind(amendmentSchema, ["client", "contract", "code"]),
  Service: kind(serviceSchema, ["client", "code"]),
  Team: kind(teamSchema, ["client", "code"]),
  Role: kind(roleSchema, ["code"], {
    nested: {
      kpiAssignments: { kind: "KpiAssignment", inherits: { role: "code" } },
      kpiSets: { kind: "KpiSet", inherits: { role: "code" } },
    },
  }),
  Person: kind(personSchema, ["code"], { nested: { positions: { kind: "Position", inherits: { person: "code" } } } }),
  Position: kind(positionSchema, []),
  Training: kind(trainingSchema, []),
  KpiUse: kind(kpiUseSchema, ["client", "contract", "service", "kpi"], { terms: fieldsOf(kpiUseTermsSchema) }),
  Objective: kind(objectiveSchema, ["client", "contract", "code"], { terms: fieldsOf(objectiveTermsSchema) }),
  SettlementTerms: kind(settlementTermsSchema, ["client", "contract"], { terms: fieldsOf(settlementVersionSchema) }),
  KpiAssignment: kind(kpiAssignmentSchema, ["role", "client", "contract", "service", "kpi"], {
    terms: fieldsOf(assignmentTermsSchema),
  }),
  KpiSet: kind(kpiSetSchema, ["role", "client", "contract", "service"], { terms: fieldsOf(kpiSetTermsSchema) }),
  Forum: kind(forumSchema, ["client", "code"]),
  ImportProfile: {
    fields: ["client", "code", "stream", "source", "fields"],
    terms: [],
    nested: {},
    key: ["client", "code"],
  },
  Feed: kind(feedSchema, ["client", "stream", "source"], { terms: fieldsOf(feedTermsShape) }),
};
