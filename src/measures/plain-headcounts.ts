import type { Decimal } from "../shared/decimal";
import {
  N,
  onDays,
  total,
  type PlainHeadcount,
  type PlainSpan,
  type PlainWorkforce,
  type Sides,
} from "./plain-workforce.facts";

/** Levels as they were on each day, looked up anew. */
export function headcountFigures({ headcounts }: PlainWorkforce, span: PlainSpan): [string, Sides][] {
  const within = headcounts.filter((one) => onDays(span)(one.day));
  const staff = within.filter((one) => one.population === "staff");
  const leavers = total(staff, leaversOf);
  const wanted = total(staff, (one) => one.voluntary ?? 0);
  const had = total(staff, (one) => one.involuntary ?? 0);
  const days = daysOf(span);
  const level = (population: PlainHeadcount["population"], day: string, of: (one: PlainHeadcount) => number | null) =>
    N(
      levelOn(
        headcounts.filter((one) => one.population === population),
        day,
        of,
      ),
    ).div(100);
  const people = (day: string): Decimal => level("staff", day, (one) => one.headcount);
  const sum = days.reduce((so, day) => so.plus(people(day)), N(0));
  const mean = sum.div(days.length);
  const yearly = (count: number): Decimal => N(count).times(365).div(days.length);
  const [eve, last] = [dayBefore(span.from), days.at(-1)!];
  const lost = total(
    within.filter((one) => one.population === "customers"),
    leaversOf,
  );
  return [
    ["ATTRITION/ALL", [N(leavers), mean]],
    ["ATTRITION/ANNUALISED", [yearly(leavers), mean]],
    ["ATTRITION/VOLUNTARY", [N(wanted), mean]],
    ["ATTRITION/VOLUNTARY_ANNUALISED", [yearly(wanted), mean]],
    ["ATTRITION/INVOLUNTARY", [N(had), mean]],
    ["ATTRITION/INVOLUNTARY_ANNUALISED", [yearly(had), mean]],
    ["CLIENT_CHURN/LOST", [N(lost), level("customers", eve, (one) => one.headcount)]],
    ["HEADCOUNT/END", [people(last), null]],
    ["HEADCOUNT/MEAN", [sum, N(days.length)]],
    ["HEADCOUNT/START", [people(eve), null]],
    ["HEADCOUNT_GAP/END", [level("staff", last, (one) => one.required).minus(people(last)), null]],
  ];
}

const leaversOf = ({ leavers, voluntary, involuntary }: PlainHeadcount): number =>
  leavers ?? (voluntary ?? 0) + (involuntary ?? 0);

/** The last known value of each group until the end of the day. */
function levelOn(all: readonly PlainHeadcount[], day: string, of: (one: PlainHeadcount) => number | null): number {
  const latest = new Map<string, PlainHeadcount>();
  for (const one of all) {
    if (one.day > day || of(one) === null) continue;
    const key = `${one.service}/${one.group}`;
    const before = latest.get(key);
    if (!before || before.day < one.day || (before.day === one.day && before.id < one.id)) latest.set(key, one);
  }
  return total([...latest.values()], (one) => of(one) ?? 0);
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

function daysOf({ from, until }: PlainSpan): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(until); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
