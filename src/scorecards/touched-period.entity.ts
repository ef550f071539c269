import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";

/** A period whose scorecards must follow. Appended with what changed, claimed and deleted by whoever computes them. */
@Entity("touched_period")
export class TouchedPeriod {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "bigint", generated: "identity", generatedIdentity: "ALWAYS" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  /** The first local day on which it may be claimed: facts may count on days to come. */
  @Column({ name: "due_on", type: "date", default: "-infinity" }) dueOn!: Day;
}
