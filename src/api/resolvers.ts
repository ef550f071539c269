import type { NonEmptyArray } from "type-graphql";
import { DEFINITION_RESOLVERS } from "./definition-resolvers";
import { FACT_RESOLVERS } from "./fact-resolvers";
import { GOVERNANCE_RESOLVERS } from "./governance-resolvers";
import { MONEY_RESOLVERS } from "./money-resolvers";
import { RESULT_RESOLVERS } from "./result-resolvers";
import { NodeResolver } from "./node.resolver";

/** Everything that is served. A test finds resolvers that are not listed. */
export const RESOLVERS: NonEmptyArray<new () => object> = [
  NodeResolver,
  ...DEFINITION_RESOLVERS,
  ...FACT_RESOLVERS,
  ...RESULT_RESOLVERS,
  ...MONEY_RESOLVERS,
  ...GOVERNANCE_RESOLVERS,
];
