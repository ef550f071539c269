import { DomainError } from "../shared/errors";
import { problemText, type Problem } from "./problem";

/** Something in a draft contract is wrong; the code is that of what is wrong. */
export class DraftDocumentRefused extends DomainError {
  readonly code: string;

  constructor(readonly problem: Problem) {
    const { line, column, field, message, remedy } = problem;
    const where = `line ${line}, column ${column}${field === "" ? "" : `, ${field}`}`;
    super(`${message} (${where})`, { path: stepsOf(field), ...(remedy === null ? {} : { remedy }) });
    this.code = problem.code;
  }

  /** As the command line shows it. */
  get text(): string {
    return problemText(this.problem);
  }
}

/** The same of a draft that was not written as text: the path leads to it. */
export class DraftPartRefused extends DomainError {
  readonly code: string;

  constructor({ code, field, message, remedy }: Problem) {
    super(message, { path: stepsOf(field), ...(remedy === null ? {} : { remedy }) });
    this.code = code;
  }
}

/** `objectives[0].target` as the steps of a path. */
const stepsOf = (field: string): string[] => field.split(/[.[\]]+/).filter((step) => step !== "");

export class EmptyDraft extends DomainError {
  readonly code = "EMPTY_DRAFT";
  constructor() {
    super("The draft holds neither objectives nor settlement terms.", {
      remedy: "Write documents of kind Objective or SettlementTerms, or a Contract with `objectives` in it.",
    });
  }
}
