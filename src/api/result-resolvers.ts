import { ActOnDisputeResolver } from "../disputes/act-on-dispute.resolver";
import { ContractDisputesResolver, DisputeResolver, DisputedValueResolver } from "../disputes/dispute.resolver";
import { DisputeList } from "../disputes/dispute.type";
import {
  FigureDisputesResolver,
  ItemDisputesResolver,
  ScorecardDisputesResolver,
} from "../disputes/figure-disputes.resolver";
import { ClientBackfillsResolver } from "../measures/backfill.resolver";
import { FactResolver } from "../measures/fact.resolver";
import { FactList } from "../measures/fact.type";
import {
  ContractRecognitionsResolver,
  RecognitionResolver,
  TeamRecognitionsResolver,
} from "../recognition/recognition.resolver";
import { RecognitionList } from "../recognition/recognition.type";
import { RestatedPackagesResolver } from "../reviews/restated-packages.resolver";
import { AssessmentResolver, ObjectiveAssessmentsResolver } from "../scorecards/assessments/assessment.resolver";
import { AssessmentList } from "../scorecards/assessments/assessment.type";
import { FigureWatermarkResolver, QualityWatermarkResolver } from "../scorecards/data-watermark.resolver";
import {
  ContractDriftResolver,
  DriftFactsResolver,
  FigureDriftResolver,
  FigureStandingResolver,
  ObjectiveDriftResolver,
  ResultDriftResolver,
  ScorecardDriftResolver,
} from "../scorecards/drift/drift.resolver";
import { LateFactList, ResultDriftList } from "../scorecards/drift/drift.type";
import { ActOnExclusionResolver } from "../scorecards/exclusions/act-on-exclusion.resolver";
import { ContractExclusionsResolver, ExclusionResolver } from "../scorecards/exclusions/exclusion.resolver";
import { ExclusionList } from "../scorecards/exclusions/exclusion.type";
import {
  AppliedExclusionResolver,
  FigureExclusionsResolver,
  ResultExclusionsResolver,
} from "../scorecards/exclusions/figure-exclusions.resolver";
import { FigureDetailResolver, FigureSliceResolver } from "../scorecards/figure-detail.resolver";
import { FigurePercentilesFieldResolver, FigurePercentilesResolver } from "../scorecards/figure-percentiles.resolver";
import { DialectFigureResolver, FigureChangeResolver, FigureResolver } from "../scorecards/figure.resolver";
import { FigureManualResolver, MeasuredBesideResolver } from "../scorecards/manual/figure-manual.resolver";
import { ContractManualValuesResolver, ManualValueResolver } from "../scorecards/manual/manual-value.resolver";
import { ManualValueList } from "../scorecards/manual/manual-value.type";
import { ObjectiveResultResolver, ObjectiveResultsResolver } from "../scorecards/objective-result.resolver";
import { ObjectiveAimsResolver, ResultLevelsResolver } from "../scorecards/objectives/result-levels.resolver";
import { ResultSegmentResolver, ResultSegmentsResolver } from "../scorecards/objectives/result-segment.resolver";
import { ItemPeersResolver, PeerResolver, ScorecardPeersResolver } from "../scorecards/peers.resolver";
import {
  ContractClosingResolver,
  ObjectiveResultLifeResolver,
  PeriodClosingResolver,
  ScorecardLifeResolver,
} from "../scorecards/period-closing.resolver";
import { PersonScorecardsResolver, ScorecardPartsResolver } from "../scorecards/person-scorecards.resolver";
import { RestateResolver, RestatementPreviewResolver } from "../scorecards/restatements/restate.resolver";
import {
  ContractRestatementsResolver,
  ObjectiveRestatementResolver,
  RestatementConsequencesResolver,
  RestatementResolver,
  ResultCorrectionResolver,
  ScorecardRestatementResolver,
} from "../scorecards/restatements/restatement.resolver";
import { RestatementList, ResultCorrectionList } from "../scorecards/restatements/restatement.type";
import { ScorecardItemResolver } from "../scorecards/scorecard-item.resolver";
import {
  ContractScorecardsResolver,
  PositionScorecardsResolver,
  ServiceScorecardsResolver,
  TeamScorecardsResolver,
} from "../scorecards/scorecard-lists.resolver";
import { ScorecardResolver } from "../scorecards/scorecard.resolver";
import { ScorecardList } from "../scorecards/scorecard.type";
import { FigureTrendResolver } from "../scorecards/trend/figure-trend.resolver";

/** Scorecards, objective results and figures, and what people do about them. */
export const RESULT_RESOLVERS = [
  ...[ResultSegmentsResolver, ResultSegmentResolver],
  ...[PersonScorecardsResolver, ScorecardPartsResolver],
  ...[ContractClosingResolver, PeriodClosingResolver, ScorecardLifeResolver, ObjectiveResultLifeResolver],
  ...[ScorecardResolver, ScorecardList.Resolver, ContractScorecardsResolver, ServiceScorecardsResolver],
  ...[TeamScorecardsResolver, PositionScorecardsResolver, ScorecardItemResolver],
  ...[ScorecardPeersResolver, PeerResolver, ItemPeersResolver, FigureTrendResolver],
  ...[FactResolver, FactList.Resolver, ClientBackfillsResolver],
  ...[FigureResolver, FigureDetailResolver, FigureChangeResolver, FigureSliceResolver, DialectFigureResolver],
  ...[FigureWatermarkResolver, QualityWatermarkResolver, FigurePercentilesFieldResolver, FigurePercentilesResolver],
  ...[ObjectiveResultResolver, ObjectiveResultsResolver],
  ...[
    FigureManualResolver,
    MeasuredBesideResolver,
    ObjectiveAimsResolver,
    ResultLevelsResolver,
    AssessmentResolver,
    ObjectiveAssessmentsResolver,
    AssessmentList.Resolver,
    ManualValueResolver,
    ContractManualValuesResolver,
    ManualValueList.Resolver,
  ],
  ...[ScorecardDriftResolver, ObjectiveDriftResolver, FigureDriftResolver, ContractDriftResolver, ResultDriftResolver],
  ...[DriftFactsResolver, FigureStandingResolver, LateFactList.Resolver, ResultDriftList.Resolver],
  ...[RestateResolver, RestatementPreviewResolver, RestatementResolver, ContractRestatementsResolver],
  ...[ScorecardRestatementResolver, ObjectiveRestatementResolver, ResultCorrectionResolver],
  ...[
    RestatementConsequencesResolver,
    RestatedPackagesResolver,
    RestatementList.Resolver,
    ResultCorrectionList.Resolver,
  ],
  ...[DisputeResolver, DisputedValueResolver, ContractDisputesResolver, DisputeList.Resolver, ActOnDisputeResolver],
  ...[ExclusionResolver, ContractExclusionsResolver, ExclusionList.Resolver, ActOnExclusionResolver],
  ...[FigureExclusionsResolver, AppliedExclusionResolver, ResultExclusionsResolver],
  ...[FigureDisputesResolver, ItemDisputesResolver, ScorecardDisputesResolver],
  ...[ContractRecognitionsResolver, TeamRecognitionsResolver, RecognitionResolver, RecognitionList.Resolver],
];
