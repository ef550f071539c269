import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Stream } from "../../shared/stream";

/** A measure of one's own. Client nil: of the house, for every client. */
@Entity("own_measure")
export class OwnMeasure {
  @PrimaryColumn("uuid", { name: "client_id" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) code!: string;
  @Column({ type: "text" }) stream!: Stream;
  @Column({ type: "text" }) description!: string;
}
