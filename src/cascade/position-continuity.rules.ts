import { isSameWork } from "../people/position.rules";
import type { Position } from "../people/position.entity";
import { commonDays } from "../scorecards/source.rules";
import { daysOfVersion } from "../scorecards/kpi-choice.rules";
import { groupBy } from "../shared/group-by";
import type { Found } from "./cascade-finding";
import type { CascadeMaterial } from "./cascade-ground.rules";
import { holes, merged, within, without } from "./days.rules";

/** Days on which a person, a team's lead or a service's people are missing, and work that two positions claim. */
export const positionFindings = (material: CascadeMaterial): Found[] => [
  ...[...groupBy(material.definitions.positions, (one) => one.personId)].flatMap(([personId, positions]) => [
    ...gapsBetween(material, personId, positions),
    ...claimedTwice(material, personId, positions),
  ]),
  ...teamsWithoutLead(material),
  ...servicesWithoutPeople(material),
];

function gapsBetween(material: CascadeMaterial, personId: string, positions: readonly Position[]): Found[] {
  if (positions.length < 2) return [];
  const held = [...positions.map(daysOfVersion), ...(material.elsewhere.get(personId) ?? [])];
  const ofHere = holes(merged(positions.map(daysOfVersion)));
  return within(without(ofHere, held), material.days).map((days) => ({
    ...{ code: "POSITION_GAP", severity: "note", about: { personId }, days },
    says: `${nameOf(material, personId)} holds no position between two`,
    remedy: "Nothing, after a leave; otherwise move the first day of the second or the last of the first.",
  }));
}

function claimedTwice(material: CascadeMaterial, personId: string, positions: readonly Position[]): Found[] {
  const { scopeByRole } = material.definitions;
  return positions.flatMap((one, index) =>
    positions.slice(index + 1).flatMap((other): Found[] => {
      const scope = scopeByRole.get(one.roleCode);
      const both = commonDays(daysOfVersion(one), daysOfVersion(other));
      if (!scope || !both || !isSameWork(scope, one, other)) return [];
      return within([both], material.days).map((days) => ({
        ...{ code: "POSITIONS_OVERLAP", severity: "error", about: { personId, roleCode: one.roleCode } },
        ...{ serviceId: one.serviceId ?? other.serviceId, days },
        says: `${nameOf(material, personId)} holds two positions as ${one.roleCode} for the same work`,
        remedy: "End one of them before the other begins, or withdraw one.",
      }));
    }),
  );
}

const nameOf = ({ personCodes }: CascadeMaterial, personId: string): string =>
  `Person ${personCodes.get(personId) ?? personId}`;

/** On each day on which somebody works in a team, somebody leads it. */
function teamsWithoutLead({ definitions, days }: CascadeMaterial): Found[] {
  const { positions, scopeByRole, teams } = definitions;
  const inTeams = groupBy(positions, (one) => `${one.teamId}/${scopeByRole.get(one.roleCode)}`);
  return teams.flatMap(({ id: teamId, code }) => {
    const daysOf = (scope: string) => (inTeams.get(`${teamId}/${scope}`) ?? []).map(daysOfVersion);
    return without(within(daysOf("own"), days), daysOf("team")).map((unled): Found => ({
      ...{ code: "TEAM_WITHOUT_LEAD", severity: "warning", about: { teamId }, days: unled },
      says: `People work in team ${code}, but nobody holds a role that answers for it`,
      remedy: "Give somebody a position that leads the team on these days.",
    }));
  });
}

/** On each day of the term, somebody works on each service. */
function servicesWithoutPeople({ definitions, days }: CascadeMaterial): Found[] {
  const { positions, scopeByRole, services } = definitions;
  const workers = groupBy(
    positions.filter((one) => scopeByRole.get(one.roleCode) === "own"),
    (one) => one.serviceId,
  );
  const daysAt = (serviceId: string | null) => (workers.get(serviceId) ?? []).map(daysOfVersion);
  return services.flatMap(({ id: serviceId }) =>
    without([days], [...daysAt(serviceId), ...daysAt(null)]).map((empty): Found => ({
      ...{ code: "SERVICE_WITHOUT_PEOPLE", severity: "warning", about: {}, serviceId, days: empty },
      says: "Nobody holds a position for own work",
      remedy: "Give people positions on the service, or let them work on every service.",
    })),
  );
}
