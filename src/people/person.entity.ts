import { Column, Entity, PrimaryColumn } from "typeorm";

/** Somebody who works for us. Belongs to no client: positions say where and as what. */
@Entity("person")
export class Person {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  /** Source system → the name its feed uses for this person. */
  @Column({ type: "jsonb", default: {} }) logins!: Readonly<Record<string, string>>;
}
