import { Column, Entity, PrimaryColumn } from "typeorm";

export const ROLE_SCOPES = ["own", "team", "trained", "service", "contract", "all"] as const;
/** What a role answers for: own work, the team, the people trained, the service, the contract, every contract of the client. */
export type RoleScope = (typeof ROLE_SCOPES)[number];

/** What a person does. House-wide: the same for every client. */
@Entity("role")
export class Role {
  @PrimaryColumn({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text" }) scope!: RoleScope;
  @Column({ type: "text", default: "" }) description!: string;
}
