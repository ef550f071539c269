import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import { rows, type Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import type { Day } from "../shared/day";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { datedRecords, inOrder, type Dated } from "../shared/versions";
import { CalendarVersion } from "./calendar-version.entity";
import { layOutDueWindows, layOutWindows } from "./calendar-window.queries";
import { Calendar } from "./calendar.entity";
import { textsOf, weekText, type Holiday, type WeekdayWindow } from "./calendar.rules";
import { calendarSchema, type CalendarInput } from "./calendar.schema";

type Terms = Pick<CalendarVersion, "timeZone" | "windows" | "holidays"> & Dated;

/** The terms of a version as the document says them. */
const termsRecord = ({ timeZone, windows, holidays }: Terms) => ({
  timeZone,
  windows: weekText(windows),
  holidays: [...holidays].sort((a, b) => (a.on < b.on ? -1 : 1)).map(holidayRecord),
});

const holidayRecord = ({ on, name, windows }: Holiday) =>
  windows.length > 0 ? { on, name, windows: textsOf(windows) } : { on, name };

/** The calendar as its document says it. */
export const calendarRecord = (calendar: Calendar, versions: readonly Terms[]) => ({
  name: calendar.name,
  versions: datedRecords(versions, termsRecord),
});

export class CalendarService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: CalendarInput): Promise<Defined<Calendar>> {
    const { client: clientCode, code, name, versions } = parseInput(calendarSchema, raw);
    const wanted: Terms[] = inOrder(versions).map(inStoredOrder);
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const before = await tx.findOneBy(Calendar, { clientId, code });
    const current = before ? await currentVersions(tx, before) : [];
    const calendar = Object.assign(new Calendar(), { clientId, id: before?.id ?? newId(), code, name });
    if (!before) await tx.insert(Calendar, calendar);
    else if (before.name !== name) await tx.update(Calendar, { clientId, id: calendar.id }, { name });
    const key = { clientId, calendarId: calendar.id };
    const versioned = { key, current, wanted, termsOf: termsRecord };
    const from = await writeVersions<CalendarVersion, Terms>(tx, CalendarVersion, versioned, context.now);
    if (from) await layOutWindows(tx, key, context.now);
    if (before && from) await this.tellContracts(tx, context, calendar, from);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Calendar",
      key: `${clientCode}/${code}`,
      before: before && calendarRecord(before, current),
      after: calendarRecord(calendar, wanted),
    });
    return { thing: calendar, change };
  }

  /** Lays out windows that are missing or about to run out. Answers of how many calendars. */
  keepWindowsAhead(tx: Tx, clientId: string, now: Date): Promise<number> {
    return layOutDueWindows(tx, clientId, now);
  }

  private async tellContracts(
    tx: Tx,
    context: DefinitionContext,
    { clientId, id }: Calendar,
    from: Day,
  ): Promise<void> {
    const contracts = await rows<{ contractId: string }>(
      tx,
      `select id as "contractId" from contract where client_id = $1 and calendar_id = $2
       union select contract_id from service where client_id = $1 and calendar_id = $2
       union select o.contract_id from objective_version v join objective o on o.client_id = v.client_id and o.id = v.objective_id
              where v.client_id = $1 and v.calendar_id = $2`,
      [clientId, id],
    );
    for (const { contractId } of contracts) await this.onChanged(tx, { clientId, contractId, from }, context);
  }
}

export const currentVersions = (tx: Tx, { clientId, id }: Calendar): Promise<CalendarVersion[]> =>
  tx.find(CalendarVersion, {
    where: { clientId, calendarId: id, supersededAt: IsNull() },
    order: { validFrom: "ASC" },
  });

const byTime = (a: WeekdayWindow, b: WeekdayWindow): number => a.weekday - b.weekday || (a.from < b.from ? -1 : 1);
const inStoredOrder = (terms: Terms): Terms => ({ ...terms, windows: [...terms.windows].sort(byTime) });
