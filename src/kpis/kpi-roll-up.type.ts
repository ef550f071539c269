import { registerEnumType } from "type-graphql";
import type { KpiDefinition, RollUp } from "./kpi-definition";

export const RollUpEnum = {
  ADDITIVE: "additive",
  RATIO: "ratio",
  SEMI_ADDITIVE: "semi-additive",
  DISTRIBUTION: "distribution",
} as const satisfies Record<string, RollUp>;

registerEnumType(RollUpEnum, {
  name: "KpiRollUp",
  description: "How the value of a longer period, or of several services, follows from the parts.",
  valuesConfig: {
    ADDITIVE: { description: "Values add up." },
    RATIO: { description: "What stands above and below the line adds up, and is divided once." },
    SEMI_ADDITIVE: { description: "A level at an instant: adds up over services, but not over days." },
    DISTRIBUTION: { description: "Worked out anew from the single facts or people." },
  },
});

export const KpiChannelsEnum = { LIVE: "live", ASYNCHRONOUS: "asynchronous", ALL: "all" } as const satisfies Record<
  string,
  KpiDefinition["channels"]
>;

registerEnumType(KpiChannelsEnum, {
  name: "KpiChannels",
  description: "Facts of which channels count.",
  valuesConfig: {
    LIVE: { description: "Those on which the customer waits for the answer, such as phone and chat." },
    ASYNCHRONOUS: { description: "Those on which the answer comes later than the question, such as mail." },
    ALL: { description: "All of them." },
  },
});
