import { DefineFeedResolver } from "../facts/define-feed.resolver";
import { ClientFeedsResolver, FeedResolver } from "../facts/feed.resolver";
import { FeedList } from "../facts/feed.type";
import { ClientImportsResolver, ImportResolver } from "../facts/import.resolver";
import { ImportList, ImportRejectList } from "../facts/import.type";
import { ingestResolverOf } from "../facts/ingest-declared";
import { IngestResolver } from "../facts/ingest.resolver";
import { DECLARED_STREAMS } from "../facts/streams/declared-streams";

/** Facts: batches, imports and feeds. */
export const FACT_RESOLVERS = [
  ...[ImportResolver, ClientImportsResolver, ImportList.Resolver, ImportRejectList.Resolver, IngestResolver],
  ...DECLARED_STREAMS.map(ingestResolverOf),
  ...[FeedResolver, ClientFeedsResolver, FeedList.Resolver, DefineFeedResolver],
];
