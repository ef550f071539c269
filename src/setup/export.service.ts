import { kpiAssignmentRecord } from "../assignments/kpi-assignment.service";
import { kpiSetRecord } from "../assignments/kpi-set.service";
import { clientByCode } from "../clients/client.lookups";
import { clientRecord } from "../clients/client.service";
import type { Client } from "../clients/client.entity";
import { amendmentRecord } from "../contracts/amendment.service";
import { calendarRecord } from "../contracts/calendar.service";
import { contractRecord } from "../contracts/contract.service";
import type { Contract } from "../contracts/contract.entity";
import { kpiUseRecord } from "../contracts/kpi-use.service";
import { serviceRecord } from "../contracts/service.service";
import { feedRecord } from "../facts/feed.service";
import { importProfileRecord } from "../facts/import-profile.service";
import { ownKpiRecord } from "../kpis/own/own-kpi.service";
import { ownMeasureRecord } from "../kpis/own/own-measure.service";
import { promisesOf } from "../objectives/clauses/promised-objective";
import { settlementTermsRecord } from "../objectives/clauses/settlement-terms.service";
import { objectiveRecord } from "../objectives/objective-record";
import { personRecord } from "../people/person.service";
import { positionRecord } from "../people/position.service";
import type { Position } from "../people/position.entity";
import { roleRecord } from "../people/role.service";
import { teamRecord } from "../people/team.service";
import { trainingRecord } from "../people/training.service";
import type { Training } from "../people/training.entity";
import type { Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { forumRecord } from "../reviews/forum.service";
import { groupBy } from "../shared/group-by";
import { NIL_ID } from "../shared/ids";
import { loadEverything, type Definitions } from "./definitions.queries";
import { shortened, type SetupDocument, type SetupFile } from "./setup-document";

/** Writes definitions as the documents that would make them. */
export class ExportService {
  /** Of one client, or of all within reach; with roles and people, as far as they have to do with those. */
  async files(tx: Tx, context: DefinitionContext, clientCode: string | null): Promise<SetupFile[]> {
    const chosen = clientCode === null ? context.clientIds : [(await clientByCode(tx, context, clientCode)).clientId];
    const all = await loadEverything(tx, chosen);
    const book = new CodeBook(all);
    const people = peopleOf(all, book, clientCode !== null);
    return [
      { name: "house/roles.yaml", documents: rolesOf(all) },
      { name: "house/people.yaml", documents: people },
      { name: "house/kpis.yaml", documents: ownDefinitionsOf(all, NIL_ID, {}) },
      ...all.clients.flatMap((client) => clientFiles(all, book, client)),
    ].filter(({ documents }) => documents.length > 0);
  }
}

/** The code that stands for an id in documents. */
class CodeBook {
  private readonly codes: ReadonlyMap<string, string>;

  constructor({ clients, calendars, contracts, amendments, services, teams, people, objectives }: Definitions) {
    const named = [...calendars, ...contracts, ...amendments, ...services, ...teams, ...people, ...objectives].map(
      ({ id, code }) => [id, code] as const,
    );
    this.codes = new Map([...clients.map(({ clientId, code }) => [clientId, code] as const), ...named]);
  }

  code(id: string): string {
    return this.codes.get(id)!;
  }

  codeOf = (id: string): string => this.code(id);

  orNull = (id: string | null): string | null => (id === null ? null : this.code(id));
}

function rolesOf({ roles, kpiAssignments, kpiSets }: Definitions): SetupDocument[] {
  const ofHouse = kpiAssignments.filter(({ clientId }) => clientId === NIL_ID);
  return roles.map((role) => {
    const own = ofHouse.filter(({ roleCode }) => roleCode === role.code);
    const assignments = [...groupBy(own, ({ id }) => id).values()].map((versions) =>
      shortened({ kpi: versions[0]!.kpiCode, ...kpiAssignmentRecord(versions) }),
    );
    const setVersions = kpiSets.filter(({ clientId, roleCode }) => clientId === NIL_ID && roleCode === role.code);
    const sets = setVersions.length === 0 ? [] : [shortened(kpiSetRecord(setVersions))];
    return { kind: "Role", code: role.code, ...roleRecord(role), kpiAssignments: assignments, kpiSets: sets };
  });
}

function peopleOf(all: Definitions, book: CodeBook, onlyAtWork: boolean): SetupDocument[] {
  const { people, positions, trainings } = all;
  const byPerson = groupBy(positions, ({ personId }) => personId);
  const inTraining = new Set(trainings.flatMap(({ trainerId, traineeId }) => [trainerId, traineeId]));
  const shown = people.filter(({ id }) => !onlyAtWork || byPerson.has(id) || inTraining.has(id));
  return shown.map((person) => ({
    ...{ kind: "Person", code: person.code, ...personRecord(person) },
    positions: (byPerson.get(person.id) ?? []).map((position) => positionEntry(position, book)),
  }));
}

const positionEntry = (position: Position, book: CodeBook): object => ({
  client: book.code(position.clientId),
  contract: book.code(position.contractId),
  role: position.roleCode,
  service: book.orNull(position.serviceId),
  team: book.orNull(position.teamId),
  ...positionRecord(position),
});

const trainingEntry = (training: Training, book: CodeBook): object => ({
  trainer: book.code(training.trainerId),
  trainee: book.code(training.traineeId),
  service: book.orNull(training.serviceId),
  ...trainingRecord(training),
});

function clientFiles(all: Definitions, book: CodeBook, client: Client): SetupFile[] {
  const { clientId, code } = client;
  const mine = <T extends { clientId: string }>(rows: readonly T[]): T[] =>
    rows.filter((one) => one.clientId === clientId);
  const calendars = mine(all.calendars).map((calendar) => {
    const versions = all.calendarVersions.filter(({ calendarId }) => calendarId === calendar.id);
    return shortened({ kind: "Calendar", client: code, code: calendar.code, ...calendarRecord(calendar, versions) });
  });
  const profiles = mine(all.importProfiles).map((one) => ({
    ...{ kind: "ImportProfile", client: code, code: one.code, ...importProfileRecord(one) },
  }));
  const contracts = mine(all.contracts).map((contract) => ({
    name: `${code}/contract-${contract.code}.yaml`,
    documents: [contractDocument(all, book, contract)],
  }));
  return [
    { name: `${code}/client.yaml`, documents: [{ kind: "Client", code, ...clientRecord(client) }, ...calendars] },
    { name: `${code}/kpis.yaml`, documents: ownDefinitionsOf(all, clientId, { client: code }) },
    ...contracts,
    { name: `${code}/kpi-assignments.yaml`, documents: assignmentsOf(mine(all.kpiAssignments), book) },
    { name: `${code}/kpi-sets.yaml`, documents: setsOf(mine(all.kpiSets), book) },
    { name: `${code}/import-profiles.yaml`, documents: profiles },
    { name: `${code}/feeds.yaml`, documents: feedsOf(all, client) },
  ];
}

/** Those of which something is expected: the others show themselves when facts come. */
function feedsOf({ feeds, feedExpectations }: Definitions, { clientId, code }: Client): SetupDocument[] {
  return feeds
    .filter((feed) => feed.clientId === clientId)
    .flatMap(({ id, stream, source }) => {
      const versions = feedExpectations.filter(({ feedId }) => feedId === id);
      return versions.length === 0
        ? []
        : [shortened({ kind: "Feed", client: code, stream, source, ...feedRecord(versions) })];
    });
}

/** Measures and KPIs of one's own, of one client or of the house. */
function ownDefinitionsOf(all: Definitions, owner: string, place: { client?: string }): SetupDocument[] {
  const measures = all.ownMeasures.filter(({ clientId }) => clientId === owner);
  const kpis = all.ownKpis.filter(({ clientId }) => clientId === owner);
  return [
    ...measures.map((one) => {
      const versions = all.ownMeasureVersions.filter(({ code }) => code === one.code);
      return shortened({ kind: "Measure", ...place, code: one.code, ...ownMeasureRecord(one, versions) });
    }),
    ...kpis.map((one) => {
      const versions = all.ownKpiVersions.filter(({ code }) => code === one.code);
      return shortened({ kind: "Kpi", ...place, code: one.code, ...ownKpiRecord(one, versions) });
    }),
  ];
}

function assignmentsOf(assignments: Definitions["kpiAssignments"], book: CodeBook): SetupDocument[] {
  return byPlace([...groupBy(assignments, ({ id }) => id).values()], book).map((versions) => {
    const { clientId, contractId, serviceId, roleCode, kpiCode } = versions[0]!;
    const place = { client: book.code(clientId), contract: book.orNull(contractId), service: book.orNull(serviceId) };
    const identity = { kind: "KpiAssignment", role: roleCode, ...place, kpi: kpiCode };
    return shortened({ ...identity, ...kpiAssignmentRecord(versions) });
  });
}

function setsOf(sets: Definitions["kpiSets"], book: CodeBook): SetupDocument[] {
  return byPlace([...groupBy(sets, ({ id }) => id).values()], book).map((versions) => {
    const { clientId, contractId, serviceId, roleCode } = versions[0]!;
    const place = { client: book.code(clientId), contract: book.orNull(contractId), service: book.orNull(serviceId) };
    return shortened({ kind: "KpiSet", role: roleCode, ...place, ...kpiSetRecord(versions) });
  });
}

interface Placed {
  readonly kpiCode?: string;
  readonly contractId: string | null;
  readonly serviceId: string | null;
  readonly roleCode?: string;
}

/** In an order that does not depend on ids: role, KPI, then the whole before its parts. */
function byPlace<V extends Placed>(groups: V[][], book: CodeBook): V[][] {
  const key = (versions: V[]): string => {
    const { roleCode, kpiCode, contractId, serviceId } = versions[0]!;
    return [roleCode, kpiCode, book.orNull(contractId), book.orNull(serviceId)].map((one) => one ?? "").join(" ");
  };
  return groups.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function contractDocument(all: Definitions, book: CodeBook, contract: Contract): SetupDocument {
  const under = <T extends { contractId: string | null }>(rows: readonly T[]): T[] =>
    rows.filter(({ contractId }) => contractId === contract.id);
  const uses = byPlace([...groupBy(under(all.kpiUses), ({ id }) => id).values()], book);
  const identity = { kind: "Contract", client: book.code(contract.clientId), code: contract.code };
  return {
    ...identity,
    ...contractRecord(contract, book.code(contract.calendarId)),
    services: under(all.services).map((one) => ({
      code: one.code,
      ...serviceRecord(one, book.orNull(one.calendarId)),
    })),
    teams: under(all.teams).map((one) => ({ code: one.code, ...teamRecord(one) })),
    trainings: under(all.trainings).map((one) => trainingEntry(one, book)),
    kpisInUse: uses.map((versions) => {
      const { kpiCode, serviceId } = versions[0]!;
      return shortened({ kpi: kpiCode, service: book.orNull(serviceId), ...kpiUseRecord(versions) });
    }),
    amendments: under(all.amendments).map((one) => ({ code: one.code, ...amendmentRecord(one) })),
    objectives: under(all.objectives).map((one) => {
      const versions = all.objectiveVersions.filter(({ objectiveId }) => objectiveId === one.id);
      const codeOf = (id: string): string => book.code(id);
      return shortened({
        code: one.code,
        service: book.orNull(one.serviceId),
        ...objectiveRecord(one, versions, codeOf),
      });
    }),
    settlementTerms: settlementTermsEntry(all, book, contract),
    forums: under(all.forums).map((one) => ({ code: one.code, ...forumRecord(one) })),
  };
}

function settlementTermsEntry(all: Definitions, book: CodeBook, { id, currency }: Contract): object | null {
  const versions = all.settlementTerms.filter(({ contractId }) => contractId === id);
  if (versions.length === 0) return null;
  const codes = new Map(all.objectives.filter(({ contractId }) => contractId === id).map((one) => [one.id, one.code]));
  const promised = all.objectiveVersions.flatMap((version) => {
    const code = codes.get(version.objectiveId);
    return code === undefined ? [] : [{ ...version, code }];
  });
  return shortened(settlementTermsRecord(versions, { currency, objectives: promisesOf(promised), references: book }));
}
