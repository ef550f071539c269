import type { ServiceClass, ServiceRegistry } from "../platform/graphql/context";
import { AmendContractService } from "../objectives/amendments/amend-contract.service";
import { RoleTemplateService } from "../assignments/templates/role-template.service";
import { JobRunService } from "../platform/job-run.service";
import { SightService } from "../people/sight.service";
import { KpiService } from "../kpis/kpi.service";
import { BatchIngestService } from "../facts/batch-ingest.service";
import { HistogramService } from "../measures/histogram.service";
import { BackfillRunService } from "../measures/backfill-run.service";
import { MeasureService } from "../measures/measure.service";
import { SlotService } from "../measures/slot.service";
import { KpiPreviewService } from "../scorecards/kpi-preview.service";
import { PastResultService } from "../scorecards/past-result.service";
import { PeriodClosingService } from "../scorecards/period-closing.service";
import { ExclusionService } from "../contracts/exclusions/exclusion.service";
import { touchCounting } from "../scorecards/adjusted/counting-changed";
import { DisputeService } from "../disputes/dispute.service";
import { AssessmentService } from "../scorecards/assessments/assessment.service";
import { ManualValueService } from "../scorecards/manual/manual-value.service";
import { packagesOfPeriod } from "../reviews/restated-packages.queries";
import { RestatementService } from "../scorecards/restatements/restatement.service";
import { ScorecardService } from "../scorecards/scorecard.service";
import { VerificationService } from "../scorecards/verification.service";
import { CrucialService } from "../crucial/crucial.service";
import { RecognitionService } from "../recognition/recognition.service";
import { CascadeService } from "../cascade/cascade.service";
import { SettlementDisputeService } from "../settlements/disputes/settlement-dispute.service";
import { raiseTargets } from "../settlements/ratchet-targets";
import { SettlementRecordsService } from "../settlements/records/settlement-records.service";
import { SettlementActsService } from "../settlements/settlement-acts.service";
import { SettlementService } from "../settlements/settlement.service";
import { PackageService } from "../reviews/package.service";
import { ReviewService } from "../reviews/review.service";
import type { DefinitionServices } from "../setup/definers";
import { ExportService } from "../setup/export.service";
import { DraftService } from "../setup/draft.service";
import { SetupService } from "../setup/setup.service";
import { SimulationService } from "../settlements/simulator/simulation.service";
import { wireDefinitionServices } from "./definition-services";

/** Every service of the program, wired by hand: upstream first, as in the list of folders. */
export interface Services extends DefinitionServices {
  readonly jobRuns: JobRunService;
  readonly sights: SightService;
  readonly kpis: KpiService;
  readonly batches: BatchIngestService;
  readonly slots: SlotService;
  readonly backfills: BackfillRunService;
  readonly measures: MeasureService;
  readonly histograms: HistogramService;
  readonly scorecards: ScorecardService;
  readonly restatements: RestatementService;
  readonly closings: PeriodClosingService;
  readonly pastResults: PastResultService;
  readonly verifications: VerificationService;
  readonly previews: KpiPreviewService;
  readonly manualValues: ManualValueService;
  readonly assessments: AssessmentService;
  readonly disputes: DisputeService;
  readonly exclusions: ExclusionService;
  readonly settlements: SettlementService;
  readonly settlementActs: SettlementActsService;
  readonly settlementDisputes: SettlementDisputeService;
  readonly settlementRecords: SettlementRecordsService;
  readonly reviews: ReviewService;
  readonly packages: PackageService;
  readonly crucial: CrucialService;
  readonly cascade: CascadeService;
  readonly recognitions: RecognitionService;
  readonly roleTemplates: RoleTemplateService;
  readonly amendContracts: AmendContractService;
  readonly setup: SetupService;
  readonly simulations: SimulationService;
  readonly exports: ExportService;
}

export function wireServices(): Services {
  const jobRuns = new JobRunService();
  const manualValues = new ManualValueService();
  const definitions = wireDefinitionServices();
  return {
    jobRuns,
    sights: new SightService(),
    kpis: new KpiService(),
    batches: new BatchIngestService(),
    slots: new SlotService(),
    backfills: new BackfillRunService(jobRuns),
    measures: new MeasureService(),
    histograms: new HistogramService(),
    scorecards: new ScorecardService(),
    restatements: new RestatementService(packagesOfPeriod),
    closings: new PeriodClosingService(),
    pastResults: new PastResultService(),
    verifications: new VerificationService(),
    previews: new KpiPreviewService(),
    manualValues,
    assessments: new AssessmentService(),
    disputes: new DisputeService(manualValues),
    exclusions: new ExclusionService(touchCounting),
    ...wireMoney(),
    reviews: new ReviewService(),
    packages: new PackageService(),
    crucial: new CrucialService(),
    cascade: new CascadeService(),
    recognitions: new RecognitionService(),
    ...withAmending(definitions),
    roleTemplates: new RoleTemplateService(definitions.roles, definitions.kpiAssignments, definitions.kpiSets),
    setup: new SetupService(definitions),
    simulations: new SimulationService(new DraftService(new SetupService(definitions))),
    exports: new ExportService(),
  };
}

function wireMoney() {
  const settlements = new SettlementService();
  const settlementActs = new SettlementActsService(raiseTargets);
  return {
    settlements,
    settlementActs,
    settlementDisputes: new SettlementDisputeService(settlementActs),
    settlementRecords: new SettlementRecordsService(settlements),
  };
}

const withAmending = (definitions: DefinitionServices) => {
  const { amendments, objectives, settlementTerms } = definitions;
  return { ...definitions, amendContracts: new AmendContractService(amendments, objectives, settlementTerms) };
};

/** The same services by their class, for resolvers: `ctx.service(ScorecardService)`. */
export const registryOf = (services: Services): ServiceRegistry =>
  new Map(Object.values(services).map((one: object) => [one.constructor as ServiceClass<unknown>, one]));
