import { Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import type { Right, Viewer } from "../viewer";
import type { ApiContext } from "./context";

export const ViewerKindEnum = {
  INTERNAL: "internal",
  CLIENT: "client",
  INTEGRATION: "integration",
} as const satisfies Record<string, Viewer["kind"]>;

registerEnumType(ViewerKindEnum, {
  name: "ViewerKind",
  description: "Kinds of viewer.",
  valuesConfig: {
    INTERNAL: { description: "One of our own people; reaches every client." },
    CLIENT: { description: "A person of a client; reaches that client's contracts only." },
    INTEGRATION: { description: "A system with an API key; reaches what the key says." },
  },
});

export const RightEnum = {
  READ_FACTS: "facts:read",
  READ_PEOPLE: "people:read",
  WRITE_FACTS: "facts:write",
  WRITE_SETUP: "setup:write",
  WRITE_REVIEWS: "reviews:write",
  ENTER_VALUES: "values:enter",
  ASSESS_OBJECTIVES: "objectives:assess",
  DECIDE_DISPUTES: "disputes:decide",
  REQUEST_EXCLUSIONS: "exclusions:request",
  APPROVE_EXCLUSIONS: "exclusions:approve",
  WRITE_SETTLEMENTS: "settlements:write",
  DISPUTE_SETTLEMENTS: "settlements:dispute",
  RESTATE_SCORECARDS: "scorecards:restate",
  CONSENT_TO_RESTATEMENTS: "restatements:consent",
  SIMULATE_CONTRACTS: "contracts:simulate",
} as const satisfies Record<string, Right>;

registerEnumType(RightEnum, {
  name: "Right",
  description: "What a viewer may do beyond reading the definitions and results of its clients.",
  valuesConfig: {
    READ_FACTS: { description: "`facts:read`: read the facts behind figures, row by row." },
    READ_PEOPLE: { description: "`people:read`: see people's names and the results of single people." },
    WRITE_FACTS: { description: "`facts:write`: send facts." },
    WRITE_SETUP: {
      description: "`setup:write`: change clients, contracts, people, objectives and all else that is set up.",
    },
    WRITE_REVIEWS: { description: "`reviews:write`: compile review packages and run settlements of due work." },
    ENTER_VALUES: { description: "`values:enter`: enter values in the place of measured ones." },
    ASSESS_OBJECTIVES: {
      description: "`objectives:assess`: assess qualitative objectives; counts for people of the client.",
    },
    DECIDE_DISPUTES: { description: "`disputes:decide`: review and decide what others dispute." },
    REQUEST_EXCLUSIONS: { description: "`exclusions:request`: ask that a time does not count, for your own party." },
    APPROVE_EXCLUSIONS: {
      description: "`exclusions:approve`: approve, refuse or revoke for your own party that a time does not count.",
    },
    WRITE_SETTLEMENTS: {
      description: "`settlements:write`: issue and invoice settlements, record charges and incidents.",
    },
    DISPUTE_SETTLEMENTS: {
      description:
        "`settlements:dispute`: agree to settlements, dispute lines and choose credits; counts for people of the client.",
    },
    RESTATE_SCORECARDS: {
      description: "`scorecards:restate`: correct final figures, or propose it where the client must consent.",
    },
    CONSENT_TO_RESTATEMENTS: {
      description: "`restatements:consent`: consent to corrections of final figures; counts for people of the client.",
    },
    SIMULATE_CONTRACTS: {
      description: "`contracts:simulate`: replay the past of a contract under drafts; counts for our own people.",
    },
  },
});

@ObjectType("Viewer", { simpleResolvers: true, description: "Who is asking, and what it may see and do." })
export class ViewerType {
  @Field(() => ViewerKindEnum, { description: "Person of ours, person of a client, or system." })
  kind!: Viewer["kind"];

  @Field(() => String, { description: "Name of the person or of the API key." })
  name!: string;

  @Field(() => [RightEnum], { description: "Sorted; without a right, what needs it is refused or null." })
  rights!: readonly Right[];
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: "Whoever this request is signed in as." })
  viewer(@Ctx() { viewer }: ApiContext): ViewerType {
    return { kind: viewer.kind, name: viewer.name, rights: [...viewer.rights].sort() };
  }
}
