import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import { rows } from "../platform/database";
import type { ApiContext } from "../platform/graphql/context";
import { JobRunType } from "../platform/graphql/job-run.type";
import { batchLoader, groupedBy } from "../platform/graphql/loader";
import type { JobRun } from "../platform/job-run.entity";
import { BACK_FILL } from "./backfill-run.service";

const backfillsByClient = batchLoader<JobRun[]>(async (tx, viewer, ids) =>
  groupedBy(
    ids,
    await rows<JobRun>(tx, LATEST, [viewer.clientIds, ids, BACK_FILL], "backfills-by-client"),
    (run) => run.clientId,
  ),
);

const LATEST = `
  select r.* from unnest($2::uuid[]) as c(id) cross join lateral (
    select client_id as "clientId", id, kind, state, payload, done, total, result, error,
           requested_by as "requestedBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"
      from job_run where client_id = c.id and client_id = any($1) and kind = $3 order by id desc limit 20) r`;

@Resolver(() => ClientType)
export class ClientBackfillsResolver {
  @FieldResolver(() => [JobRunType], {
    description:
      "Days that are computed again because a measure in use is new to them, the latest 20 runs first. `done` and " +
      "`total` count days of a service; the latest days come first.",
  })
  backfills(@Root() client: ClientRow, @Ctx() ctx: ApiContext): Promise<JobRun[]> {
    return ctx.loader(backfillsByClient).load(client.id);
  }
}
