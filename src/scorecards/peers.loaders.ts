import { rows } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import { may, type Viewer } from "../platform/viewer";
import { groupBy } from "../shared/group-by";
import type { ScorecardView } from "./scorecard-view";

/** A place among those that a subject is compared with; what the viewer may not see is null. */
export interface PeerView {
  readonly place: number | null;
  readonly score: string | null;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly isMe: boolean;
}

interface PeerRow {
  readonly cardId: string;
  readonly subjectId: string;
  readonly subjectKind: "position" | "team";
  readonly place: number;
  readonly score: string;
  readonly personId: string | null;
  readonly teamId: string | null;
}

/** Everybody with a place beside a scorecard's subject, itself included, best first. Of visible scorecards only. */
export const peersOfScorecard = batchLoaderBy<ScorecardView, PeerView[]>(
  ({ id }) => id,
  async (tx, viewer, cards) => {
    const ids = cards.map(({ id }) => id);
    const found = await rows<PeerRow>(tx, PEERS, [viewer.clientIds, ids], "peersOfScorecard");
    const byCard = groupBy(found, ({ cardId }) => cardId);
    return cards.map((card) => shownPeers(card, byCard.get(card.id) ?? [], viewer));
  },
);

/**
 * In groups smaller than the set says nobody is named, and without the right to see them nothing but the number of others
 * is shown; in larger ones scores are, and names to whoever may see them.
 */
function shownPeers(card: ScorecardView, group: readonly PeerRow[], viewer: Viewer): PeerView[] {
  const isSmall = group.length < card.composition.anonymousUnder;
  return group.map((one) => {
    const isMe = one.subjectId === card.subjectId;
    const isKnown = mayKnow(viewer, one);
    const { place, score } = isMe || isKnown || !isSmall ? one : { place: null, score: null };
    const isNamed = isKnown && (isMe || !isSmall || one.subjectKind === "team");
    return { place, score, isMe, ...(isNamed ? named(one) : { personId: null, teamId: null }) };
  });
}

const named = ({ subjectKind, personId, teamId }: PeerRow): Pick<PeerView, "personId" | "teamId"> =>
  subjectKind === "team" ? { personId: null, teamId } : { personId, teamId: null };

/** Whether the viewer could see the scorecard itself. */
function mayKnow(viewer: Viewer, { subjectKind, personId, teamId }: PeerRow): boolean {
  const { sight } = viewer;
  if (subjectKind === "team") return sight === null || sight.teamIds.includes(teamId ?? "");
  if (may(viewer, "people:read") || viewer.personId === personId) return true;
  return sight?.knownIds.includes(personId ?? "") ?? false;
}

/** The same groups as those in which places are given (`groupOf`). */
const PEERS = `
  select me.id as "cardId", s.subject_id as "subjectId", s.subject_kind as "subjectKind", s.rank as place, s.score,
         s.person_id as "personId", s.team_id as "teamId"
    from scorecard me
    join scorecard s on s.client_id = me.client_id and s.contract_id = me.contract_id and s.period_kind = me.period_kind
     and s.period_from = me.period_from and s.subject_kind = me.subject_kind and s.rank is not null
     and (me.subject_kind = 'team' or (s.role_code = me.role_code
       and coalesce(s.team_id, s.service_id) is not distinct from coalesce(me.team_id, me.service_id)))
   where me.client_id = any($1) and me.id = any($2) and me.subject_kind in ('position', 'team')
     and not exists (select from scorecard n where n.client_id = s.client_id and n.subject_kind = s.subject_kind
       and n.subject_id = s.subject_id and n.period_kind = s.period_kind and n.period_from = s.period_from
       and n.version > s.version)
   order by s.rank, s.id`;
