import { Definitions0001 } from "./0001-definitions";
import { FactsAndResults0002 } from "./0002-facts-and-results";
import { AccessAndJobs0003 } from "./0003-access-and-jobs";
import { Cases0004 } from "./0004-cases";
import { Workforce0005 } from "./0005-workforce";
import { QualityAndCost0006 } from "./0006-quality-and-cost";
import { BusinessTime0007 } from "./0007-business-time";
import { Percentiles0008 } from "./0008-percentiles";
import { OwnKpis0009 } from "./0009-own-kpis";
import { Feeds0010 } from "./0010-feeds";
import { ServicesWithFacts0011 } from "./0011-services-with-facts";
import { Closings0012 } from "./0012-closings";
import { KpiSets0013 } from "./0013-kpi-sets";
import { Trainings0014 } from "./0014-trainings";
import { PastResults0015 } from "./0015-past-results";
import { DriftAndRestatements0016 } from "./0016-drift-and-restatements";
import { ManualValuesAndDisputes0017 } from "./0017-manual-values-and-disputes";
import { ObjectiveLevels0018 } from "./0018-objective-levels";
import { SettlementTerms0019 } from "./0019-settlement-terms";
import { Assessments0020 } from "./0020-assessments";
import { Amendments0021 } from "./0021-amendments";
import { Exclusions0022 } from "./0022-exclusions";
import { Settlements0023 } from "./0023-settlements";

/** Every schema step, oldest first; never edited once released. */
export const migrations = [
  Definitions0001,
  FactsAndResults0002,
  AccessAndJobs0003,
  Cases0004,
  Workforce0005,
  QualityAndCost0006,
  BusinessTime0007,
  Percentiles0008,
  OwnKpis0009,
  Feeds0010,
  ServicesWithFacts0011,
  Closings0012,
  KpiSets0013,
  Trainings0014,
  PastResults0015,
  DriftAndRestatements0016,
  ManualValuesAndDisputes0017,
  ObjectiveLevels0018,
  SettlementTerms0019,
  Assessments0020,
  Amendments0021,
  Exclusions0022,
  Settlements0023,
];
