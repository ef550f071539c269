import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { saveClient } from "../clients/client.builder";
import { saveCalendar } from "../contracts/calendar.builder";
import { saveContract } from "../contracts/contract.builder";
import type { Contract } from "../contracts/contract.entity";
import { saveKpiUse } from "../contracts/kpi-use.builder";
import { saveService } from "../contracts/service.builder";
import type { Service } from "../contracts/service.entity";
import { saveObjective } from "../objectives/objective.builder";
import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import type { Position } from "../people/position.entity";
import { ROLES_OF_THE_HOUSE, saveRole } from "../people/role.builder";
import { saveTeam } from "../people/team.builder";
import type { Team } from "../people/team.entity";
import { rows, type Tx } from "../platform/database";
import { day, type Day } from "../shared/day";
import { newId } from "../shared/ids";

/** One contract with two desks, two teams of two agents each, and somebody in every other role. */
export interface House {
  readonly clientId: string;
  readonly contract: Contract;
  readonly phone: Service;
  readonly post: Service;
  readonly red: Team;
  readonly blue: Team;
  /** Anna and Bruno are red, Carla and Dario blue; all work on both desks. */
  readonly agents: Readonly<Record<"anna" | "bruno" | "carla" | "dario", Position>>;
  readonly redLead: Position;
  readonly phoneTrainer: Position;
  readonly manager: Position;
}

/** KPIs in use, one objective, and what agents and leads answer for. The transaction's scope must hold `clientId`. */
export async function saveHouse(tx: Tx, clientId: string): Promise<House> {
  await saveClient(tx, { clientId });
  const calendar = await saveCalendar(tx, { clientId });
  const contract = await saveContract(tx, { clientId, calendarId: calendar.id });
  const ofContract = { clientId, contractId: contract.id };
  const phone = await saveService(tx, { ...ofContract, code: "phone", channels: ["phone", "chat"] });
  const post = await saveService(tx, { ...ofContract, code: "post", channels: ["mail"] });
  const red = await saveTeam(tx, { ...ofContract, code: "red" });
  const blue = await saveTeam(tx, { ...ofContract, code: "blue" });
  for (const role of Object.values(ROLES_OF_THE_HOUSE)) await saveRole(tx, role);
  const hire = async (parts: Partial<Position>): Promise<Position> =>
    savePosition(tx, { ...ofContract, personId: (await savePerson(tx)).id, ...parts });
  const agents = {
    anna: await hire({ teamId: red.id }),
    bruno: await hire({ teamId: red.id }),
    carla: await hire({ teamId: blue.id }),
    dario: await hire({ teamId: blue.id }),
  };
  const redLead = await hire({ roleCode: "team-lead", teamId: red.id });
  const phoneTrainer = await hire({ roleCode: "trainer", serviceId: phone.id });
  const manager = await hire({ roleCode: "operations-manager" });
  await saveTerms(tx, ofContract);
  return { clientId, contract, phone, post, red, blue, agents, redLead, phoneTrainer, manager };
}

async function saveTerms(tx: Tx, ofContract: { clientId: string; contractId: string }): Promise<void> {
  for (const kpiCode of ["SERVICE_LEVEL", "ASA", "AHT", "CSAT", "CONTACTS_HANDLED", "FCR"])
    await saveKpiUse(tx, { ...ofContract, kpiCode });
  await saveObjective(tx, { ...ofContract, kpiCode: "SERVICE_LEVEL", target: "0.8", minimum: "0.7", code: "SL" });
  const { clientId } = ofContract;
  for (const roleCode of ["agent", "team-lead"]) {
    await saveKpiAssignment(tx, { clientId, roleCode, kpiCode: "ASA", weight: "40", target: "30" });
    await saveKpiAssignment(tx, { clientId, roleCode, kpiCode: "CSAT", weight: "60", target: "0.9" });
    await saveKpiAssignment(tx, { clientId, roleCode, kpiCode: "CONTACTS_HANDLED", weight: "0" });
  }
  for (const roleCode of ["trainer", "operations-manager"])
    await saveKpiAssignment(tx, { clientId, roleCode, kpiCode: "SERVICE_LEVEL", weight: "100" });
}

/** A contact of a test: at noon of its day, answered after 10 seconds unless it says otherwise. */
export interface TestContact {
  readonly serviceId: string;
  readonly day: Day;
  readonly personId?: string | null;
  readonly channel?: string;
  readonly outcome?: "answered" | "abandoned";
  readonly waitSeconds?: number;
  readonly talkSeconds?: number;
  readonly endedDay?: Day;
  readonly customerRef?: string | null;
}

export async function saveContacts(tx: Tx, clientId: string, contacts: readonly TestContact[]): Promise<void> {
  const written = contacts.map((one) => ({
    external_id: newId(),
    channel: "phone",
    outcome: "answered",
    waitSeconds: 10,
    talkSeconds: 100,
    endedDay: one.day,
    ...one,
  }));
  await rows(tx, SAVE_CONTACTS, [clientId, JSON.stringify(written)]);
}

const SAVE_CONTACTS = `
  insert into contact (client_id, source, external_id, service_id, channel, person_id, customer_ref, outcome,
    offered_at, answered_at, ended_at, wait_seconds, talk_seconds, offered_day, answered_day, ended_day, content_hash,
    import_id, ingested_at)
  select $1, 'test', c.external_id, c."serviceId", c.channel, case c.outcome when 'answered' then c."personId" end,
         c."customerRef", c.outcome, c.day + time '12:00',
         case c.outcome when 'answered' then c.day + time '12:00' + c."waitSeconds" * interval '1 second' end,
         c."endedDay" + time '12:30', c."waitSeconds", case c.outcome when 'answered' then c."talkSeconds" end,
         c.day, case c.outcome when 'answered' then c.day end, c."endedDay", gen_random_uuid(), gen_random_uuid(),
         '2026-01-01'
    from jsonb_to_recordset($2) as c(external_id text, "serviceId" uuid, channel text, "personId" uuid,
         "customerRef" text, outcome text, day date, "waitSeconds" integer, "talkSeconds" integer, "endedDay" date)`;

export interface TestSurvey {
  readonly serviceId: string;
  readonly day: Day;
  readonly personId?: string | null;
  readonly rating: number;
}

export async function saveSurveys(tx: Tx, clientId: string, surveys: readonly TestSurvey[]): Promise<void> {
  await rows(
    tx,
    `insert into survey (client_id, source, external_id, service_id, channel, person_id, surveyed_at, rating,
       surveyed_day, closed_day, content_hash, import_id, ingested_at)
     select $1, 'test', gen_random_uuid()::text, s."serviceId", 'phone', s."personId", s.day + time '13:00', s.rating,
            s.day, s.day, gen_random_uuid(), gen_random_uuid(), '2026-01-01'
       from jsonb_to_recordset($2) as s("serviceId" uuid, "personId" uuid, day date, rating integer)`,
    [clientId, JSON.stringify(surveys)],
  );
}

export const june = (ofMonth: number): Day => day(`2026-06-${String(ofMonth).padStart(2, "0")}`);
