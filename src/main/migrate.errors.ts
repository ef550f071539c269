import { DomainError } from "../shared/errors";

export class MigrationAddressMissing extends DomainError {
  readonly code = "MIGRATION_ADDRESS_MISSING";
  constructor() {
    super("DATABASE_URL names the role that the program runs as, and that one must not own the schema.", {
      remedy: "Set MIGRATION_DATABASE_URL to the owner of the schema, then run `regia migrate` again.",
    });
  }
}
