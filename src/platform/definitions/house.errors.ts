import { DomainError } from "../../shared/errors";

/** Clients, roles, people and house-wide assignments are defined by our own people only. */
export class HouseOnly extends DomainError {
  readonly code = "HOUSE_ONLY";
  constructor(kind: string) {
    super(`A ${kind} can be defined by our own people only.`, { remedy: "Ask your contact on our side to define it." });
  }
}
