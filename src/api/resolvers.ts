import type { NonEmptyArray } from "type-graphql";
import { AssignKpiResolver } from "../assignments/assign-kpi.resolver";
import { DefineKpiSetResolver } from "../assignments/define-kpi-set.resolver";
import { KpiAssignmentResolver } from "../assignments/kpi-assignment.resolver";
import { KpiAssignmentList } from "../assignments/kpi-assignment.type";
import { KpiSetResolver } from "../assignments/kpi-set.resolver";
import { KpiSetList } from "../assignments/kpi-set.type";
import { ClientResolver } from "../clients/client.resolver";
import { ClientList } from "../clients/client.type";
import { DefineClientResolver } from "../clients/define-client.resolver";
import { ViewerClientsResolver } from "../clients/viewer.resolver";
import { AmendmentResolver, ContractAmendmentsResolver } from "../contracts/amendment.resolver";
import { AmendmentList } from "../contracts/amendment.type";
import { BusinessTimeResolver } from "../contracts/business-time.resolver";
import { CalendarResolver, ClientCalendarsResolver } from "../contracts/calendar.resolver";
import { CalendarList } from "../contracts/calendar.type";
import { ClientContractsResolver, ContractResolver } from "../contracts/contract.resolver";
import { ContractList } from "../contracts/contract.type";
import { DefineAmendmentResolver } from "../contracts/define-amendment.resolver";
import { DefineContractResolver } from "../contracts/define-contract.resolver";
import { ServiceResolver } from "../contracts/service.resolver";
import { ServiceList } from "../contracts/service.type";
import { DefineFeedResolver } from "../facts/define-feed.resolver";
import { ClientFeedsResolver, FeedResolver } from "../facts/feed.resolver";
import { FeedList } from "../facts/feed.type";
import { ClientImportsResolver, ImportResolver } from "../facts/import.resolver";
import { ImportList, ImportRejectList } from "../facts/import.type";
import { ingestResolverOf } from "../facts/ingest-declared";
import { IngestResolver } from "../facts/ingest.resolver";
import { DECLARED_STREAMS } from "../facts/streams/declared-streams";
import { CascadeAboutResolver, CascadeCheckResolver, ContractCascadeResolver } from "../cascade/cascade.resolver";
import { CascadeFindingList } from "../cascade/cascade.type";
import { ContractCrucialResolver, KpiCheckResolver } from "../crucial/crucial.resolver";
import { KpiDialectResolver, KpiResolver } from "../kpis/kpi.resolver";
import { ClientBackfillsResolver } from "../measures/backfill.resolver";
import { ActOnExclusionResolver } from "../scorecards/exclusions/act-on-exclusion.resolver";
import { ContractExclusionsResolver, ExclusionResolver } from "../scorecards/exclusions/exclusion.resolver";
import { ExclusionList } from "../scorecards/exclusions/exclusion.type";
import {
  AppliedExclusionResolver,
  FigureExclusionsResolver,
  ResultExclusionsResolver,
} from "../scorecards/exclusions/figure-exclusions.resolver";
import { ActOnDisputeResolver } from "../disputes/act-on-dispute.resolver";
import { ContractDisputesResolver, DisputedValueResolver, DisputeResolver } from "../disputes/dispute.resolver";
import { DisputeList } from "../disputes/dispute.type";
import {
  FigureDisputesResolver,
  ItemDisputesResolver,
  ScorecardDisputesResolver,
} from "../disputes/figure-disputes.resolver";
import { FactResolver } from "../measures/fact.resolver";
import { FactList } from "../measures/fact.type";
import {
  ContractSettlementTermsResolver,
  DefineSettlementTermsResolver,
  SettlementTermsResolver,
} from "../objectives/clauses/settlement-terms.resolver";
import { AmendmentChangesResolver } from "../objectives/amendments/amendment-changes.resolver";
import { AmendContractResolver } from "../objectives/amendments/amend-contract.resolver";
import { DefineObjectiveResolver } from "../objectives/define-objective.resolver";
import { ContractKpisInUseResolver, KpiUseResolver } from "../objectives/kpi-use.resolver";
import { KpiUseList } from "../objectives/kpi-use.type";
import {
  ContractObjectivesResolver,
  ObjectiveResolver,
  CompositePartResolver,
  ObjectiveVersionResolver,
} from "../objectives/objective.resolver";
import { ObjectiveList } from "../objectives/objective.type";
import { DefinePeopleResolver } from "../people/define-people.resolver";
import { PersonResolver } from "../people/person.resolver";
import { PersonList } from "../people/person.type";
import {
  ContractPositionsResolver,
  PersonPositionsResolver,
  PositionResolver,
  ServicePositionsResolver,
  TeamPositionsResolver,
} from "../people/position.resolver";
import { PositionList } from "../people/position.type";
import { DefineTrainingsResolver } from "../people/define-training.resolver";
import { ContractTrainingsResolver, PersonTrainingsResolver, TrainingResolver } from "../people/training.resolver";
import { TrainingList } from "../people/training.type";
import { AdoptRoleTemplateResolver, RoleTemplateResolver } from "../assignments/templates/role-template.resolver";
import { PersonScorecardsResolver, ScorecardPartsResolver } from "../scorecards/person-scorecards.resolver";
import { RoleResolver } from "../people/role.resolver";
import { RoleList } from "../people/role.type";
import { ContractTeamsResolver, TeamResolver } from "../people/team.resolver";
import { TeamList } from "../people/team.type";
import { ViewerPersonResolver } from "../people/viewer.resolver";
import { ViewerResolver } from "../platform/graphql/viewer.type";
import { DefineForumResolver } from "../reviews/define-forum.resolver";
import { ContractForumsResolver, ForumResolver } from "../reviews/forum.resolver";
import { ForumList } from "../reviews/forum.type";
import { KpiUsedByResolver } from "../reviews/kpi-used-by.resolver";
import {
  ContractRecognitionsResolver,
  RecognitionResolver,
  TeamRecognitionsResolver,
} from "../recognition/recognition.resolver";
import { RecognitionList } from "../recognition/recognition.type";
import { ReviewPackageResolver } from "../reviews/package.resolver";
import { RestatedPackagesResolver } from "../reviews/restated-packages.resolver";
import { ReviewResolver } from "../reviews/review.resolver";
import { ReviewList } from "../reviews/review.type";
import { FigureWatermarkResolver, QualityWatermarkResolver } from "../scorecards/data-watermark.resolver";
import { FigureDetailResolver, FigureSliceResolver } from "../scorecards/figure-detail.resolver";
import { FigurePercentilesFieldResolver, FigurePercentilesResolver } from "../scorecards/figure-percentiles.resolver";
import { DialectFigureResolver, FigureChangeResolver, FigureResolver } from "../scorecards/figure.resolver";
import { FigureManualResolver, MeasuredBesideResolver } from "../scorecards/manual/figure-manual.resolver";
import { ObjectiveAimsResolver, ResultLevelsResolver } from "../scorecards/objectives/result-levels.resolver";
import { AssessmentResolver, ObjectiveAssessmentsResolver } from "../scorecards/assessments/assessment.resolver";
import { AssessmentList } from "../scorecards/assessments/assessment.type";
import { ContractManualValuesResolver, ManualValueResolver } from "../scorecards/manual/manual-value.resolver";
import { ManualValueList } from "../scorecards/manual/manual-value.type";
import { ResultSegmentResolver, ResultSegmentsResolver } from "../scorecards/objectives/result-segment.resolver";
import { ObjectiveResultResolver, ObjectiveResultsResolver } from "../scorecards/objective-result.resolver";
import {
  ContractClosingResolver,
  ObjectiveResultLifeResolver,
  PeriodClosingResolver,
  ScorecardLifeResolver,
} from "../scorecards/period-closing.resolver";
import {
  ContractScorecardsResolver,
  PositionScorecardsResolver,
  ServiceScorecardsResolver,
  TeamScorecardsResolver,
} from "../scorecards/scorecard-lists.resolver";
import { ItemPeersResolver, PeerResolver, ScorecardPeersResolver } from "../scorecards/peers.resolver";
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
import { RestatementPreviewResolver, RestateResolver } from "../scorecards/restatements/restate.resolver";
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
import { ScorecardResolver } from "../scorecards/scorecard.resolver";
import { ScorecardList } from "../scorecards/scorecard.type";
import { FigureTrendResolver } from "../scorecards/trend/figure-trend.resolver";
import { ClientImportProfilesResolver, ImportProfileResolver } from "../setup/import-profile.resolver";
import { ImportProfileList } from "../setup/import-profile.type";
import { KpiPreviewResolver } from "../setup/kpi-preview.resolver";
import { MeasureResolver, OwnKpiResolver } from "../setup/own-kpi.resolver";
import { FairnessResolver } from "../settlements/what-if/fairness.resolver";
import { PlainCalendarResolver, WhatIfCalendarResolver } from "../settlements/what-if/plain-calendar.resolver";
import { WhatIfMoneyResolver } from "../settlements/what-if/money.resolver";
import { WhatIfRulesResolver } from "../settlements/what-if/rules.resolver";
import { WhatIfResolver } from "../settlements/what-if/what-if.resolver";
import { ActOnSettlementDisputeResolver } from "../settlements/disputes/act-on-settlement-dispute.resolver";
import { SettlementDisputeResolver } from "../settlements/disputes/settlement-dispute.resolver";
import {
  ChargeResolver,
  ContractRecordsResolver,
  IncidentResolver,
  SettlementRecordsResolver,
} from "../settlements/records/settlement-records.resolver";
import {
  ContractOutlookResolver,
  ObjectiveOutlookResolver,
  ObjectiveResultOutlookResolver,
} from "../settlements/outlook/outlook.resolver";
import { SimulateContractResolver } from "../settlements/simulator/simulate-contract.resolver";
import { ActOnSettlementResolver } from "../settlements/act-on-settlement.resolver";
import {
  ContractSettlementsResolver,
  ResultLinesResolver,
  SettledObjectiveResolver,
} from "../settlements/contract-settlements.resolver";
import { ContractRatingResolver } from "../settlements/rating/rating.resolver";
import { SettlementLineResolver, SettlementResolver } from "../settlements/settlement.resolver";
import { SettlementTraceResolver } from "../settlements/settlement-trace.resolver";
import { SettlementList } from "../settlements/settlement.type";
import { NodeResolver } from "./node.resolver";

/** Everything that is served, folder by folder. A test finds resolvers that are not listed. */
export const RESOLVERS: NonEmptyArray<new () => object> = [
  NodeResolver,
  ...[ViewerResolver, ViewerClientsResolver, ViewerPersonResolver],
  ...[ClientResolver, ClientList.Resolver],
  ...[ContractResolver, ClientContractsResolver, ContractList.Resolver],
  ...[ResultSegmentsResolver, ResultSegmentResolver],
  ...[
    AmendmentResolver,
    ContractAmendmentsResolver,
    AmendmentList.Resolver,
    DefineAmendmentResolver,
    AmendmentChangesResolver,
    AmendContractResolver,
  ],
  ...[ServiceResolver, ServiceList.Resolver],
  ...[CalendarResolver, BusinessTimeResolver, ClientCalendarsResolver, CalendarList.Resolver],
  ...[PersonResolver, PersonList.Resolver],
  ...[TeamResolver, ContractTeamsResolver, TeamList.Resolver],
  ...[RoleResolver, RoleList.Resolver],
  ...[PositionResolver, PositionList.Resolver],
  ...[PersonPositionsResolver, TeamPositionsResolver, ServicePositionsResolver, ContractPositionsResolver],
  ...[PersonScorecardsResolver, ScorecardPartsResolver],
  ...[RoleTemplateResolver, AdoptRoleTemplateResolver],
  ...[TrainingResolver, TrainingList.Resolver, PersonTrainingsResolver, ContractTrainingsResolver],
  DefineTrainingsResolver,
  ...[KpiResolver, KpiDialectResolver],
  ...[MeasureResolver, OwnKpiResolver, KpiPreviewResolver],
  ...[KpiUseResolver, ContractKpisInUseResolver, KpiUseList.Resolver],
  ...[
    ObjectiveResolver,
    ObjectiveVersionResolver,
    CompositePartResolver,
    ContractObjectivesResolver,
    ObjectiveList.Resolver,
  ],
  ...[KpiAssignmentResolver, KpiAssignmentList.Resolver],
  ...[KpiSetResolver, KpiSetList.Resolver, DefineKpiSetResolver],
  ...[ContractClosingResolver, PeriodClosingResolver, ScorecardLifeResolver, ObjectiveResultLifeResolver],
  ...[ScorecardResolver, ScorecardList.Resolver, ContractScorecardsResolver, ServiceScorecardsResolver],
  ...[TeamScorecardsResolver, PositionScorecardsResolver, ScorecardItemResolver],
  ...[ScorecardPeersResolver, PeerResolver, ItemPeersResolver, FigureTrendResolver],
  ...[ImportResolver, ClientImportsResolver, ImportList.Resolver, ImportRejectList.Resolver, IngestResolver],
  ...DECLARED_STREAMS.map(ingestResolverOf),
  ...[FeedResolver, ClientFeedsResolver, FeedList.Resolver, DefineFeedResolver],
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
  ...[SettlementResolver, SettlementLineResolver, SettledObjectiveResolver, SettlementList.Resolver],
  SettlementTraceResolver,
  ...[ContractSettlementsResolver, ResultLinesResolver, ActOnSettlementResolver],
  ...[SettlementDisputeResolver, ActOnSettlementDisputeResolver],
  ...[ContractRatingResolver, ContractRecordsResolver, IncidentResolver, ChargeResolver, SettlementRecordsResolver],
  ...[ForumResolver, ContractForumsResolver, ForumList.Resolver],
  ...[KpiUsedByResolver],
  ...[ReviewResolver, ReviewPackageResolver, ReviewList.Resolver],
  ...[ContractRecognitionsResolver, TeamRecognitionsResolver, RecognitionResolver, RecognitionList.Resolver],
  ...[ContractCascadeResolver, CascadeCheckResolver, CascadeAboutResolver, CascadeFindingList.Resolver],
  ...[ContractCrucialResolver, KpiCheckResolver],
  ...[ContractOutlookResolver, ObjectiveResultOutlookResolver, ObjectiveOutlookResolver],
  SimulateContractResolver,
  ...[WhatIfResolver, FairnessResolver, WhatIfCalendarResolver, PlainCalendarResolver],
  ...[WhatIfMoneyResolver, WhatIfRulesResolver],
  ...[ImportProfileResolver, ClientImportProfilesResolver, ImportProfileList.Resolver],
  ...[DefineClientResolver, DefineContractResolver, DefinePeopleResolver],
  ...[DefineObjectiveResolver, AssignKpiResolver, DefineForumResolver],
  ...[DefineSettlementTermsResolver, ContractSettlementTermsResolver, SettlementTermsResolver],
];
