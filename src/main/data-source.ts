import type { EntityTarget, ObjectLiteral } from "typeorm";
import { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { KpiSet } from "../assignments/kpi-set.entity";
import { Client } from "../clients/client.entity";
import { Tenant } from "../clients/tenant.entity";
import { AmendmentVersion } from "../contracts/amendment-version.entity";
import { ContractAmendment } from "../contracts/amendment.entity";
import { CalendarVersion } from "../contracts/calendar-version.entity";
import { CalendarWindow } from "../contracts/calendar-window.entity";
import { Calendar } from "../contracts/calendar.entity";
import { Contract } from "../contracts/contract.entity";
import { Exclusion } from "../contracts/exclusions/exclusion.entity";
import { ExclusionEvent } from "../contracts/exclusions/exclusion-event.entity";
import { KpiUse } from "../contracts/kpi-use.entity";
import { Service } from "../contracts/service.entity";
import { CaseEvent } from "../facts/case-event.entity";
import { CaseMoment } from "../facts/case-moment.entity";
import { CaseRecord } from "../facts/case.entity";
import { Contact } from "../facts/contact.entity";
import { Calibration } from "../facts/calibration.entity";
import { Complaint } from "../facts/complaint.entity";
import { Cost } from "../facts/cost.entity";
import { EmployeeSurvey } from "../facts/employee-survey.entity";
import { EvaluationDecision } from "../facts/evaluation-decision.entity";
import { Evaluation } from "../facts/evaluation.entity";
import { FeedDeclaration } from "../facts/feed-declaration.entity";
import { FeedExpectation } from "../facts/feed-expectation.entity";
import { Feed } from "../facts/feed.entity";
import { Forecast } from "../facts/forecast.entity";
import { Headcount } from "../facts/headcount.entity";
import { ImportProfile } from "../facts/import-profile.entity";
import { ImportReject } from "../facts/import-reject.entity";
import { Import } from "../facts/import.entity";
import { LateFact } from "../facts/late-fact.entity";
import { Survey } from "../facts/survey.entity";
import { Volume } from "../facts/volume.entity";
import { WorkTime } from "../facts/work-time.entity";
import { KpiVersion } from "../kpis/kpi-version.entity";
import { Kpi } from "../kpis/kpi.entity";
import { MeasureSlot } from "../kpis/measure-slot.entity";
import { OwnCode } from "../kpis/own/own-code.entity";
import { OwnKpiVersion } from "../kpis/own/own-kpi-version.entity";
import { OwnKpi } from "../kpis/own/own-kpi.entity";
import { OwnMeasureVersion } from "../kpis/own/own-measure-version.entity";
import { OwnMeasure } from "../kpis/own/own-measure.entity";
import { OwnRevision } from "../kpis/own/own-revision.entity";
import { DisputeEvent } from "../disputes/dispute-event.entity";
import { Dispute } from "../disputes/dispute.entity";
import { HistogramInUse } from "../measures/histogram-in-use.entity";
import { TouchedHistogram } from "../measures/touched-histogram.entity";
import { DailyHistogram } from "../measures/histogram.entity";
import { DailyMeasures } from "../measures/daily-measures.entity";
import { TouchedDay } from "../measures/touched-day.entity";
import { SettlementTermsVersion } from "../objectives/clauses/settlement-terms-version.entity";
import { ObjectiveVersion } from "../objectives/objective-version.entity";
import { Objective } from "../objectives/objective.entity";
import { Person } from "../people/person.entity";
import { Position } from "../people/position.entity";
import { Role } from "../people/role.entity";
import { Team } from "../people/team.entity";
import { Training } from "../people/training.entity";
import { AuditRecord } from "../platform/audit-record.entity";
import { ApiKey } from "../platform/api-key.entity";
import { IdempotencyKey } from "../platform/idempotency-key.entity";
import { JobRun } from "../platform/job-run.entity";
import { Principal } from "../platform/principal.entity";
import { Forum } from "../reviews/forum.entity";
import { ReviewPackage } from "../reviews/review-package.entity";
import { Review } from "../reviews/review.entity";
import { Assessment } from "../scorecards/assessments/assessment.entity";
import { Drift } from "../scorecards/drift/drift.entity";
import { PastResult } from "../scorecards/past-result.entity";
import { ManualValue } from "../scorecards/manual/manual-value.entity";
import { PeriodClosing } from "../scorecards/period-closing.entity";
import { Restatement } from "../scorecards/restatements/restatement.entity";
import { ObjectiveResult } from "../scorecards/objective-result.entity";
import { Scorecard } from "../scorecards/scorecard.entity";
import { TouchedPeriod } from "../scorecards/touched-period.entity";
import { SettlementDisputeEvent } from "../settlements/disputes/settlement-dispute-event.entity";
import { SettlementDispute } from "../settlements/disputes/settlement-dispute.entity";
import { Charge } from "../settlements/records/charge.entity";
import { Incident } from "../settlements/records/incident.entity";
import { SettlementEvent } from "../settlements/settlement-event.entity";
import { SettlementLine } from "../settlements/settlement-line.entity";
import { SettlementNotice } from "../settlements/settlement-notice.entity";
import { SettlementRun } from "../settlements/settlement-run.entity";
import { Settlement } from "../settlements/settlement.entity";

/** Every table's entity, in the order of the folders. A test compares them with the database. */
export const entities: readonly EntityTarget<ObjectLiteral>[] = [
  AuditRecord,
  JobRun,
  Principal,
  ApiKey,
  IdempotencyKey,
  Tenant,
  Client,
  Calendar,
  CalendarVersion,
  CalendarWindow,
  Contract,
  ContractAmendment,
  AmendmentVersion,
  Service,
  Exclusion,
  ExclusionEvent,
  KpiUse,
  Person,
  Role,
  Team,
  Position,
  Training,
  Kpi,
  KpiVersion,
  MeasureSlot,
  OwnCode,
  OwnRevision,
  OwnMeasure,
  OwnMeasureVersion,
  OwnKpi,
  OwnKpiVersion,
  Objective,
  ObjectiveVersion,
  SettlementTermsVersion,
  KpiAssignment,
  KpiSet,
  ImportProfile,
  Import,
  ImportReject,
  LateFact,
  Feed,
  FeedDeclaration,
  FeedExpectation,
  Contact,
  Survey,
  Evaluation,
  EvaluationDecision,
  Calibration,
  Cost,
  Complaint,
  EmployeeSurvey,
  WorkTime,
  Forecast,
  Volume,
  Headcount,
  CaseRecord,
  CaseMoment,
  CaseEvent,
  DailyMeasures,
  HistogramInUse,
  TouchedHistogram,
  DailyHistogram,
  TouchedDay,
  Scorecard,
  ObjectiveResult,
  PastResult,
  PeriodClosing,
  Assessment,
  Drift,
  Restatement,
  TouchedPeriod,
  ManualValue,
  Dispute,
  DisputeEvent,
  ...[Charge, Incident, Settlement, SettlementLine, SettlementEvent, SettlementNotice, SettlementRun],
  ...[SettlementDispute, SettlementDisputeEvent],
  Forum,
  Review,
  ReviewPackage,
];
