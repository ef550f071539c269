import { UnknownReference } from "../platform/definitions/by-code";
import type { Tx } from "../platform/database";
import type { Change } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { DomainError } from "../shared/errors";
import { refusalsIn } from "../shared/gathering";
import { definersOf, type Definer, type DefinitionServices } from "./definers";
import { DOCUMENT_KINDS, type DocumentKind } from "./document-kinds";
import { withoutDuplicates } from "./duplicates";
import type { Problem } from "./problem";
import type { SetupItem } from "./setup-item";
import { Trial } from "./trial";
import { wholeWeightProblems } from "./whole-weights";

/** What was found in files. */
export interface Setup {
  readonly items: readonly SetupItem[];
  /** Documents that could not be read. */
  readonly problems: readonly Problem[];
}

export interface SetupReport {
  /** What each definition did; nothing when there are problems. */
  readonly changes: readonly Change[];
  /** Everything that is wrong. With any of them, the transaction is to be rolled back. */
  readonly problems: readonly Problem[];
}

/** Rounds in which what is refused is set aside to see what else is wrong. */
const MOST_ROUNDS = 4;

/** Contract as code: makes what documents say the case. */
export class SetupService {
  private readonly definers: Readonly<Record<DocumentKind, Definer>>;

  constructor(services: DefinitionServices) {
    this.definers = definersOf(services);
  }

  /**
   * Defines everything, what is referred to before what refers to it. When the report has problems, and after a dry
   * run, the caller rolls back: all of it lands, or nothing.
   */
  async apply(tx: Tx, context: DefinitionContext, setup: Setup): Promise<SetupReport> {
    const { once, twice } = withoutDuplicates(setup.items);
    const changes: Change[] = [];
    const problems = [...setup.problems, ...twice];
    const failed = new Set<string>();
    const reads = setup.problems.length === 0;
    for (const kind of DOCUMENT_KINDS) {
      const trial = new Trial(once.filter((item) => item.kind === kind));
      changes.push(...(await this.tryKind(tx, context, kind, trial)));
      problems.push(...trial.problems(failed).filter((one) => reads || one.code !== UNKNOWN));
    }
    if (problems.length === 0) problems.push(...(await wholeWeightProblems(tx, context, once)));
    return problems.length > 0 ? { changes: [], problems: problems.sort(byPlace) } : { changes, problems };
  }

  private async tryKind(tx: Tx, context: DefinitionContext, kind: DocumentKind, trial: Trial): Promise<Change[]> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        return await this.definers[kind](tx, context, trial.inputs);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (!trial.setAside(refusalsIn(error))) return [];
      }
    }
    return [];
  }
}

/** What an unreadable document defines is unknown: complaints about that would only confuse. */
const UNKNOWN = "NOT_FOUND" satisfies UnknownReference["code"];

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
