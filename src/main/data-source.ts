import type { EntityTarget, ObjectLiteral } from "typeorm";

/** Every table's entity, in the order of the folders. A test compares them with the database. */
export const entities: readonly EntityTarget<ObjectLiteral>[] = [];
