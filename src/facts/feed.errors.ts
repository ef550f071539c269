import { DomainError } from "../shared/errors";

export class CompleteInFuture extends DomainError {
  readonly code = "COMPLETE_IN_FUTURE";
  constructor(through: Date, now: Date) {
    super(`Nobody can have sent everything through ${through.toISOString()}: it is ${now.toISOString()}.`, {
      path: ["completeThrough"],
      remedy: "Give the instant up to which everything that happened has been sent.",
    });
  }
}

export class CompletenessGoesBack extends DomainError {
  readonly code = "COMPLETENESS_GOES_BACK";
  constructor(through: Date, declared: Date) {
    super(`${through.toISOString()} is before ${declared.toISOString()}, which was declared already.`, {
      path: ["completeThrough"],
      remedy: "To take the earlier declaration back, say why in `reason`.",
    });
  }
}

export class FeedNotKnown extends DomainError {
  readonly code = "FEED_NOT_KNOWN";
  constructor(stream: string, source: string, known: readonly string[]) {
    super(`Nothing of stream ${stream} ever came from "${source}", and nothing is expected from it.`, {
      path: ["source"],
      remedy:
        known.length > 0
          ? `Sources of that stream are ${known.join(", ")}.`
          : "Send facts, or define the feed, before you declare it complete.",
    });
  }
}
