import { globalId } from "../../src/shared/ids";
import { PEOPLE, PERIOD, type PageStore } from "./page-store";

/** The page as a portal asks for it. */
const DOCUMENT = `query Page($team: ID!, $first: Int!) {
  node(id: $team) {
    ... on Team {
      scorecards(period: { kind: WEEK, containing: "${PERIOD.from}" }, orderBy: SCORE_DESC, first: $first) {
        nodes {
          id
          score
          level { name }
          rank { place of }
          subject { ... on Position { person { name } } }
          items {
            weight
            score
            peers { median of }
            figure { kpi { code name } value status numerator denominator sample }
          }
        }
      }
    }
  }
}`;

export const pageRequest = ({ teamId }: PageStore): string =>
  JSON.stringify({ query: DOCUMENT, variables: { team: globalId("Team", teamId), first: PEOPLE } });

/** The same `data`, made by the database in one statement. Parameters: client, team. */
export const PAGE_SQL = `
  select json_build_object('data', json_build_object('node', json_build_object('scorecards', json_build_object('nodes',
    json_agg(json_build_object(
      'id', translate(encode(convert_to('Scorecard:' || s.id, 'utf8'), 'base64'), E'+/=\\n', '-_'),
      'score', s.score::text,
      'level', json_build_object('name', s.level->>'name'),
      'rank', json_build_object('place', s.rank, 'of', s.ranked_of),
      'subject', json_build_object('person', json_build_object('name', p.name)),
      'items', i.items) order by s.score desc, s.id)))))::text as page
    from scorecard s
    join position o on o.client_id = s.client_id and o.id = s.subject_id and o.superseded_at is null
    join person p on p.id = o.person_id
    cross join lateral (
      select json_agg(json_build_object('weight', e->>'weight', 'score', e->>'score',
               'peers', json_build_object('median', e->'peers'->>'median', 'of', (e->'peers'->>'of')::integer),
               'figure', json_build_object(
               'kpi', json_build_object('code', k.code, 'name', k.name), 'value', e->>'value', 'status', e->>'status',
               'numerator', e->>'numerator', 'denominator', e->>'denominator', 'sample', (e->>'sample')::integer))
             order by e.ordinality) as items
        from jsonb_array_elements(s.items) with ordinality as e(e, ordinality)
        join kpi k on k.code = e->>'kpiCode') i
   where s.client_id = $1 and s.team_id = $2 and s.period_kind = 'week' and s.period_from = '${PERIOD.from}'`;
