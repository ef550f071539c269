import { DomainError } from "../../shared/errors";

export class CodeTaken extends DomainError {
  readonly code = "CODE_TAKEN";
  constructor(given: string) {
    super(`The code "${given}" is taken.`, {
      path: ["code"],
      remedy: "A code means one thing everywhere: choose another, for example one that begins with the client's code.",
    });
  }
}

export class UndeclaredParameter extends DomainError {
  readonly code = "UNDECLARED_PARAMETER";
  constructor(measure: string, position: number, name: string) {
    super(`Character ${position}: "${measure}" needs the parameter ${name}, which the KPI does not have.`, {
      remedy: `Add ${name} to the KPI's parameters, with a default, a minimum and a maximum.`,
    });
  }
}

export class MeasureInUseElsewhere extends DomainError {
  readonly code = "STREAM_CANNOT_CHANGE";
  constructor(code: string, was: string) {
    super(`The measure "${code}" counts facts of stream ${was}.`, {
      path: ["stream"],
      remedy: "Define a measure with another code for another stream.",
    });
  }
}

export class UnitCannotChange extends DomainError {
  readonly code = "UNIT_CANNOT_CHANGE";
  constructor(code: string, was: string) {
    super(`The unit of ${code} is ${was}, and targets may have been written in it.`, {
      path: ["unit"],
      remedy: "Define a KPI with another code for another unit.",
    });
  }
}
