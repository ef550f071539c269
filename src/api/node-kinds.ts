import { kpiAssignmentNode } from "../assignments/kpi-assignment.loaders";
import { kpiSetNode } from "../assignments/kpi-set.loaders";
import { clientNode } from "../clients/client.loaders";
import { amendmentNode } from "../contracts/amendment.loaders";
import { calendarNode } from "../contracts/calendar.loaders";
import { contractNode } from "../contracts/contract.loaders";
import { serviceNode } from "../contracts/service.loaders";
import { feedNode } from "../facts/feed.loaders";
import { disputeNode } from "../disputes/dispute.loaders";
import { importNode } from "../facts/import.loaders";
import { kpiUseNode } from "../objectives/kpi-use.loaders";
import { objectiveNode } from "../objectives/objective.loaders";
import { personNode } from "../people/person.loaders";
import { positionNode } from "../people/position.loaders";
import { teamNode } from "../people/team.loaders";
import { trainingNode } from "../people/training.loaders";
import { jobRunNode } from "../platform/graphql/job-run.type";
import type { NodeKind } from "../platform/graphql/node";
import { forumNode, packageNode, reviewNode } from "../reviews/review.loaders";
import { exclusionNode } from "../scorecards/exclusions/exclusion.loaders";
import { assessmentNode } from "../scorecards/assessments/assessment.loaders";
import { manualValueNode } from "../scorecards/manual/manual-value.loaders";
import { objectiveResultNode } from "../scorecards/objective-result.loaders";
import { restatementNode } from "../scorecards/restatements/restatement.loaders";
import { settlementDisputeNode } from "../settlements/disputes/settlement-dispute.loaders";
import { incidentNode } from "../settlements/records/settlement-records.loaders";
import { settlementNode } from "../settlements/settlement.loaders";
import { scorecardNode } from "../scorecards/scorecard.loaders";
import { importProfileNode } from "../setup/import-profile.loaders";

/** Everything that `node(id:)` finds. A test holds this list against the schema. */
export const nodeKinds: readonly NodeKind[] = [
  clientNode,
  calendarNode,
  contractNode,
  amendmentNode,
  serviceNode,
  personNode,
  teamNode,
  positionNode,
  trainingNode,
  kpiUseNode,
  objectiveNode,
  kpiAssignmentNode,
  kpiSetNode,
  scorecardNode,
  objectiveResultNode,
  restatementNode,
  assessmentNode,
  manualValueNode,
  disputeNode,
  ...[settlementNode, settlementDisputeNode, incidentNode],
  exclusionNode,
  forumNode,
  reviewNode,
  packageNode,
  jobRunNode,
  importProfileNode,
  importNode,
  feedNode,
];
