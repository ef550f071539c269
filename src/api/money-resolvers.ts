import {
  ContractSettlementTermsResolver,
  DefineSettlementTermsResolver,
  SettlementTermsResolver,
} from "../objectives/clauses/settlement-terms.resolver";
import { ActOnSettlementResolver } from "../settlements/act-on-settlement.resolver";
import {
  ContractSettlementsResolver,
  ResultLinesResolver,
  SettledObjectiveResolver,
} from "../settlements/contract-settlements.resolver";
import { ActOnSettlementDisputeResolver } from "../settlements/disputes/act-on-settlement-dispute.resolver";
import { SettlementDisputeResolver } from "../settlements/disputes/settlement-dispute.resolver";
import {
  ContractOutlookResolver,
  ObjectiveOutlookResolver,
  ObjectiveResultOutlookResolver,
} from "../settlements/outlook/outlook.resolver";
import { ContractRatingResolver } from "../settlements/rating/rating.resolver";
import {
  ChargeResolver,
  ContractRecordsResolver,
  IncidentResolver,
  SettlementRecordsResolver,
} from "../settlements/records/settlement-records.resolver";
import { SettlementTraceResolver } from "../settlements/settlement-trace.resolver";
import { SettlementLineResolver, SettlementResolver } from "../settlements/settlement.resolver";
import { SettlementList } from "../settlements/settlement.type";
import { SimulateContractResolver } from "../settlements/simulator/simulate-contract.resolver";
import { FairnessResolver } from "../settlements/what-if/fairness.resolver";
import { WhatIfMoneyResolver } from "../settlements/what-if/money.resolver";
import { PlainCalendarResolver, WhatIfCalendarResolver } from "../settlements/what-if/plain-calendar.resolver";
import { WhatIfRulesResolver } from "../settlements/what-if/rules.resolver";
import { WhatIfResolver } from "../settlements/what-if/what-if.resolver";

/** Terms of money, settlements, and what-if questions. */
export const MONEY_RESOLVERS = [
  ...[SettlementResolver, SettlementLineResolver, SettledObjectiveResolver, SettlementList.Resolver],
  SettlementTraceResolver,
  ...[ContractSettlementsResolver, ResultLinesResolver, ActOnSettlementResolver],
  ...[SettlementDisputeResolver, ActOnSettlementDisputeResolver],
  ...[ContractRatingResolver, ContractRecordsResolver, IncidentResolver, ChargeResolver, SettlementRecordsResolver],
  ...[ContractOutlookResolver, ObjectiveResultOutlookResolver, ObjectiveOutlookResolver],
  SimulateContractResolver,
  ...[WhatIfResolver, FairnessResolver, WhatIfCalendarResolver, PlainCalendarResolver],
  ...[WhatIfMoneyResolver, WhatIfRulesResolver],
  ...[DefineSettlementTermsResolver, ContractSettlementTermsResolver, SettlementTermsResolver],
];
