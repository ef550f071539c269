import { saveClient } from "../clients/client.builder";
import type { Client } from "../clients/client.entity";
import { saveCalendar } from "../contracts/calendar.builder";
import type { Calendar } from "../contracts/calendar.entity";
import { saveContract } from "../contracts/contract.builder";
import type { Contract } from "../contracts/contract.entity";
import { saveService } from "../contracts/service.builder";
import type { Service } from "../contracts/service.entity";
import { savePerson } from "../people/person.builder";
import type { Person } from "../people/person.entity";
import { savePosition } from "../people/position.builder";
import type { Position } from "../people/position.entity";
import { ROLES_OF_THE_HOUSE, saveRole } from "../people/role.builder";
import { saveTeam } from "../people/team.builder";
import type { Team } from "../people/team.entity";
import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";

export interface GivenContract {
  readonly clientId: string;
  readonly client: Client;
  readonly calendar: Calendar;
  readonly contract: Contract;
  readonly services: readonly Service[];
  /** The first service, team, agent and position: for tests that need just one. */
  readonly service: Service;
  readonly team: Team;
  readonly agents: readonly Person[];
  readonly agent: Person;
  readonly positions: readonly Position[];
  readonly position: Position;
}

export interface ContractWishes {
  readonly client?: Partial<Client>;
  readonly contract?: Partial<Contract>;
  /** One service per entry. */
  readonly services?: readonly Partial<Service>[];
  readonly team?: Partial<Team>;
  /** One agent, with a position on the first service and in the team, per entry. */
  readonly agents?: readonly Partial<Person>[];
  /** Applies to every agent's position. */
  readonly position?: Partial<Position>;
}

interface Opener {
  asInternal<T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
}

/**
 * A client of its own with calendar, contract, services, a team, the five roles and agents in position:
 * `const { clientId, service, agent } = await givenContract(database);`
 */
export async function givenContract(database: Opener, wishes: ContractWishes = {}): Promise<GivenContract> {
  const clientId = wishes.client?.clientId ?? newId();
  return database.asInternal([clientId], (tx) => saveWhole(tx, clientId, wishes));
}

async function saveWhole(tx: Tx, clientId: string, wishes: ContractWishes): Promise<GivenContract> {
  const client = await saveClient(tx, { ...wishes.client, clientId });
  const calendar = await saveCalendar(tx, { clientId });
  const contract = await saveContract(tx, { calendarId: calendar.id, ...wishes.contract, clientId });
  const services: Service[] = [];
  for (const service of wishes.services ?? [{}])
    services.push(await saveService(tx, { ...service, clientId, contractId: contract.id }));
  const team = await saveTeam(tx, { ...wishes.team, clientId, contractId: contract.id });
  for (const role of Object.values(ROLES_OF_THE_HOUSE)) await saveRole(tx, role);
  const agents: Person[] = [];
  const positions: Position[] = [];
  for (const wish of wishes.agents ?? [{}]) {
    const agent = await savePerson(tx, wish);
    const place = { contractId: contract.id, personId: agent.id, serviceId: services[0]?.id ?? null, teamId: team.id };
    agents.push(agent);
    positions.push(await savePosition(tx, { ...place, ...wishes.position, clientId }));
  }
  const firsts = { service: services[0]!, agent: agents[0]!, position: positions[0]! };
  return { clientId, client, calendar, contract, services, team, agents, positions, ...firsts };
}
