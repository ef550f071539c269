import { rows } from "../../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../../platform/graphql/loader";
import { nodeKind } from "../../platform/graphql/node";
import { moneyVisibility, visibleMoney } from "../visible-settlements";
import type { Charge } from "./charge.entity";
import type { Incident } from "./incident.entity";
import { CHARGE_COLUMNS, INCIDENT_COLUMNS } from "./settlement-records.queries";

const visible = (alias: string): string => `${visibleMoney(alias)} and $2::boolean is not null`;

export const incidentById = batchLoader<Incident | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Incident>(tx, INCIDENT_BY_ID, [...moneyVisibility(viewer), ids]), ({ id }) => id),
);
const INCIDENT_BY_ID = `select ${INCIDENT_COLUMNS} from incident i where ${visible("i")} and i.id = any($4)`;

export const incidentNode = nodeKind("Incident", incidentById);

export const incidentsOfContract = batchLoader<Incident[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<Incident>(tx, INCIDENTS, [...moneyVisibility(viewer), ids]), (one) => one.contractId),
);
const INCIDENTS = `select ${INCIDENT_COLUMNS} from incident i
  where ${visible("i")} and i.contract_id = any($4) order by i.period_from desc, i.code`;

/** Charges in force. */
export const chargesOfContract = batchLoader<Charge[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<Charge>(tx, CHARGES, [...moneyVisibility(viewer), ids]), (one) => one.contractId),
);
const CHARGES = `select ${CHARGE_COLUMNS} from charge h
  where ${visible("h")} and h.contract_id = any($4) and h.superseded_at is null order by h.period_from desc`;
