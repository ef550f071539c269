import { registerEnumType } from "type-graphql";
import type { Confidence } from "./objective-outcome.rules";

export const ConfidenceEnum = {
  MET: "met",
  MISSED: "missed",
  UNDETERMINED: "undetermined",
} as const satisfies Record<string, Confidence>;

registerEnumType(ConfidenceEnum, {
  name: "Confidence",
  description: "Whether chance alone could explain that a share reaches its target, or does not.",
  valuesConfig: {
    MET: { description: "Met with confidence: the whole 95 % interval reaches the target." },
    MISSED: { description: "Missed with confidence: none of the 95 % interval reaches the target." },
    UNDETERMINED: { description: "The 95 % interval lies on both sides of the target." },
  },
});
