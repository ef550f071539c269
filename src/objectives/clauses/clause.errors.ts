import { DomainError } from "../../shared/errors";

interface Where {
  readonly path: readonly string[];
  readonly remedy: string;
}

/** A clause that cannot be settled as it is written, or terms that contradict each other. */
export class InvalidClause extends DomainError {
  readonly code = "INVALID_CLAUSE";
  constructor(message: string, where: Where) {
    super(message, where);
  }
}

/** An amount of money, a share or points that cannot be meant as written: `10` of a fee. */
export class InvalidAmount extends DomainError {
  readonly code = "INVALID_AMOUNT";
  constructor(message: string, where: Where) {
    super(message, where);
  }
}

/** A clause under which whoever serves better is worse off. */
export class PaysForWorse extends DomainError {
  readonly code = "PAYS_FOR_WORSE";
  constructor(message: string, where: Where) {
    super(message, where);
  }
}

/** A step of the evaluation before another that it needs. */
export class InvalidOrder extends DomainError {
  readonly code = "INVALID_ORDER";
  constructor(message: string, where: Where) {
    super(message, where);
  }
}
