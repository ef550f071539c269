import { addDays, daysBetween, type Day } from "../../../src/shared/day";
import { contactsOf, staffOn, type DemoContact, type DemoDays } from "../facts";
import { DESKS, type Desk } from "../house";
import { caseEventsOf, movesOf } from "./cases";
import type { DemoFact, DeskWork } from "./demo-row";
import { forecastOf } from "./forecast";
import { complaintsOf, costsOf, employeeSurveysOf, headcountOf } from "./people-and-money";
import { calibrationsOf, evaluationsOf } from "./quality";
import { outagesForecast, TOTALS_ONLY, volumeOf } from "./volume";
import { workTimeOf } from "./work-time";

/** How far ahead planning has published. */
const PLANNED_DAYS = 10;

/** Everything but contacts and surveys that one client's systems know, desk by desk and day by day. */
export function* factsOf(client: string, days: DemoDays): Generator<DemoFact> {
  for (const desk of DESKS.filter((one) => one.client === client)) {
    for (const work of workOf(desk, days)) yield* happened(factsOfDay(work), days);
    for (const day of daysFrom(days.from, addDays(days.until, PLANNED_DAYS))) yield* forecastOf(desk, day);
  }
  const calibrated = client === "aurora" ? "aurora-voice" : "jadran-voice";
  for (const day of daysFrom(days.from, days.until)) yield* calibrationsOf(client, calibrated, day);
  if (client !== TOTALS_ONLY.client) return;
  for (const day of daysFrom(days.from, days.until)) yield* volumeOf(day);
  for (const day of daysFrom(days.from, addDays(days.until, PLANNED_DAYS))) yield* outagesForecast(day);
}

function* factsOfDay(work: DeskWork): Generator<DemoFact> {
  const { desk, day } = work;
  if (work.staff.length > 0) yield* workTimeOf(work);
  yield* evaluationsOf(work);
  yield* complaintsOf(work);
  yield* costsOf(work);
  yield* headcountOf(desk, day);
  yield* employeeSurveysOf(desk, day);
  if (desk.channel === "mail") yield* caseEventsOf(work);
  if (desk.contract === "aurora-moves") yield* movesOf(work);
}

function* workOf(desk: Desk, days: DemoDays): Generator<DeskWork> {
  const contacts = contactsOf(desk, days);
  let next = contacts.next();
  for (const day of daysFrom(days.from, days.until)) {
    const ofDay: DemoContact[] = [];
    for (; !next.done && next.value.day === day; next = contacts.next()) ofDay.push(next.value);
    yield { desk, day, staff: staffOn(desk, day, days).map(({ code }) => code), contacts: ofDay };
  }
}

const daysFrom = (from: Day, until: Day): Day[] =>
  Array.from({ length: daysBetween(from, until) }, (_, i) => addDays(from, i));

/** Instants of a fact that say when it begins; what begins later is not known yet. */
const BEGINS: Partial<Record<DemoFact["stream"], string>> = {
  case_event: "at",
  case: "opened_at",
  complaint: "received_at",
};

/** Without what has not happened yet: whole facts, or later steps of those that began. */
function* happened(facts: Iterable<DemoFact>, { until }: DemoDays): Generator<DemoFact> {
  for (const one of facts) {
    const begins = one.row[BEGINS[one.stream] ?? ""];
    if (typeof begins === "string" && begins >= until) continue;
    yield one.stream === "case" ? { ...one, row: untilNow(one.row, until) } : one;
  }
}

const untilNow = (row: DemoFact["row"], until: Day): DemoFact["row"] =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.map((item: object) => known(item, until)).filter(hasBegun)];
      return [name, name === "due_at" ? value : knownInstant(value as string, until)];
    }),
  );

const known = (item: object, until: Day): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, knownInstant(value, until)]));

const knownInstant = <T>(value: T, until: Day): T | null =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && (value as string) >= until ? null : value;

/** The first instant of a pause or an assignment says when it begins. */
const hasBegun = (item: Record<string, unknown>): boolean => (item.from ?? item.assignedAt) != null;
