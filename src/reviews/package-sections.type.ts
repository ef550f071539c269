import { createUnionType } from "type-graphql";
import { ChartsSection } from "./package-charts.type";
import { CorrectionsSection } from "./package-corrections.type";
import { MissesSection, ObjectivesSection } from "./package-objectives.type";
import { DataQualitySection } from "./package-quality.type";
import { RankingsSection } from "./package-rankings.type";
import { ScorecardsSection } from "./package-scorecards.type";
import { MoneyCorrectionsSection, SettlementSection } from "./package-settlement.type";

export const PackageSection = createUnionType({
  name: "PackageSection",
  description: "A part of a package. New kinds may be added: ask for `__typename`.",
  types: () =>
    [
      CorrectionsSection,
      MissesSection,
      ObjectivesSection,
      SettlementSection,
      MoneyCorrectionsSection,
      ChartsSection,
      ScorecardsSection,
      RankingsSection,
      DataQualitySection,
    ] as const,
  resolveType: (section) => (section as unknown as { __typename: string }).__typename,
});
