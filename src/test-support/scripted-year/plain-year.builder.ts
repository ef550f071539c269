import type { Period } from "../../shared/period";
import type { ScriptedYear, SentAnswers } from "./scripted-year.builder";

/** Who is where on which day, once more and without the program. */
const TEAMS: readonly { person: string; team: string; from: string; until: string }[] = [
  { person: "ana", team: "red", from: "2025-01-01", until: "2025-06-16" },
  { person: "bruno", team: "red", from: "2025-01-01", until: "2025-03-16" },
  { person: "bruno", team: "blue", from: "2025-03-16", until: "9999" },
  { person: "carla", team: "blue", from: "2025-01-01", until: "9999" },
  { person: "dora", team: "red", from: "2025-02-10", until: "9999" },
];

const LEADS: Readonly<Record<string, { team: string; from: string }>> = {
  lea: { team: "red", from: "2025-01-01" },
  ana: { team: "blue", from: "2025-06-16" },
};

const SECOND_VERSION_FROM = "2025-07-01";

/** Every measured figure of every scorecard that differs from a plain count, and how many figures there are. */
export async function heldAgainstPlainCounts(year: ScriptedYear): Promise<{ wrong: string[]; figures: number }> {
  const wrong: string[] = [];
  let figures = 0;
  for (const period of await year.periods()) {
    const known = year.knownAtClosing(period);
    for (const line of await year.cards({ kind: period.kind.toUpperCase(), containing: period.from })) {
      const { name, shown } = measuredIn(line);
      const plain = plainFigures(known, name, period);
      figures += shown.length;
      if (shown.join() !== plain.join())
        wrong.push(`${period.kind} ${period.from} ${name}: ${shown.join()} for ${plain.join()}`);
    }
  }
  return { wrong, figures };
}

/** Name and measured figures of a scorecard's line; of a manual value what was measured beside it. */
function measuredIn(line: string): { name: string; shown: string[] } {
  const [name = "", ...parts] = line.replace(/[\d/]+ \(measured ([\d/]+)\)/, "$1").split(" · ");
  const figures = parts.filter((part) => /^(CSAT|UNHAPPY)/.test(part));
  return { name, shown: figures.map((part) => part.split(" ").slice(0, 2).join(" ")) };
}

/** `CSAT 6/10` and, where it is judged by that, `UNHAPPY 1/10`, counted one answer at a time. */
export function plainFigures(sent: readonly SentAnswers[], name: string, period: Period): string[] {
  const ratings = sent
    .filter(({ on }) => on >= period.from && on < period.until)
    .filter((answers) => counts(answers, name))
    .flatMap((one) => [...one.ratings.replaceAll(" ", "")].map(Number));
  const worst = lastDayEnds(name, period) > SECOND_VERSION_FROM ? 2 : 1;
  const share = (kpi: string, isIn: (rating: number) => boolean): string =>
    `${kpi} ${ratings.filter(isIn).length}/${ratings.length}`;
  const csat = share("CSAT", (rating) => rating >= 4);
  return isAgent(name) ? [csat, share("UNHAPPY", (rating) => rating <= worst)] : [csat];
}

/** The version of the last day counts on which somebody holds the position within the period. */
function lastDayEnds(name: string, period: Period): string {
  const [who, , team] = name.split(", ");
  const held = TEAMS.find((one) => one.person === who && one.team === team);
  return held && held.until < period.until ? held.until : period.until;
}

const isAgent = (name: string): boolean => name.includes(", agent") || name.endsWith(", person");

function counts({ person, service, on }: SentAnswers, name: string): boolean {
  const [who = "", what = "", where] = name.split(", ");
  const team = TEAMS.find((one) => one.person === person && on >= one.from && on < one.until)?.team;
  switch (what) {
    case "contract":
      return true;
    case "service":
      return service === who;
    case "team":
      return team === who;
    case "person":
      return person === who && team !== undefined;
    case "agent":
      return person === who && team === where;
    default:
      return team === LEADS[who]?.team && on >= (LEADS[who]?.from ?? "");
  }
}
