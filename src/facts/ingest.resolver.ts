import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { perform, type Outcome } from "../platform/graphql/mutation";
import type { Stream } from "../shared/stream";
import { BatchIngestService } from "./batch-ingest.service";
import { IngestContactsInput, IngestPayload, IngestSurveysInput, type IngestInput } from "./ingest.type";
import { hurry } from "./settle.jobs";

@Resolver()
export class IngestResolver {
  @Mutation(() => IngestPayload, {
    description: "Takes in up to 1,000 contacts; for more, upload a file to POST /ingest/contact. Needs WRITE_FACTS.",
  })
  ingestContacts(
    @Arg("input", () => IngestContactsInput, { description: "The contacts." }) input: IngestContactsInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<IngestPayload>> {
    return perform(ctx, { name: "ingestContacts", requires: "facts:write", input }, () =>
      ingestBatch(ctx, "contact", input),
    );
  }

  @Mutation(() => IngestPayload, {
    description: "Takes in up to 1,000 surveys; for more, upload a file to POST /ingest/survey. Needs WRITE_FACTS.",
  })
  ingestSurveys(
    @Arg("input", () => IngestSurveysInput, { description: "The surveys." }) input: IngestSurveysInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<IngestPayload>> {
    return perform(ctx, { name: "ingestSurveys", requires: "facts:write", input }, () =>
      ingestBatch(ctx, "survey", input),
    );
  }
}

/** A batch as mutations of every stream take it. */
export type BatchInput = IngestInput & { readonly rows: readonly object[] };

/** Takes a batch in and has what follows from it hurried. */
export async function ingestBatch(
  ctx: ApiContext,
  stream: Stream,
  { client, source, rows, completeThrough }: BatchInput,
): Promise<Omit<IngestPayload, "errors">> {
  const batch = { stream, client, source, rows, completeThrough, by: ctx.viewer, now: ctx.now };
  const done = await ctx.service(BatchIngestService).append(ctx.tx, batch);
  if (done.import.rowsAccepted + done.import.rowsReplaced > 0) await hurry(ctx.jobs, done.import.clientId, "ingest");
  return done;
}
