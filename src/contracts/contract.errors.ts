import { DomainError } from "../shared/errors";

/** Days are assigned in the service's zone when facts arrive: another zone would move what was already counted. */
export class TimeZoneInUse extends DomainError {
  readonly code = "TIME_ZONE_IN_USE";
  constructor(service: string, zones: { from: string; to: string }) {
    super(`Service "${service}" has facts counted by days of ${zones.from}; its time zone cannot become ${zones.to}.`, {
      path: ["timeZone"],
      remedy: `Keep ${zones.from}, or define a new service with ${zones.to} and send its facts there.`,
    });
  }
}

/** A code is taken within the client, by something under another contract. */
export class UnderAnotherContract extends DomainError {
  readonly code = "UNDER_ANOTHER_CONTRACT";
  constructor(kind: string, code: string) {
    super(`The ${kind} "${code}" is under another contract of this client.`, {
      path: ["code"],
      remedy: `Use another code: a ${kind}'s code is unique within the client, and it stays under its contract.`,
    });
  }
}
