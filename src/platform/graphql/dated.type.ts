import { Field, Int, ObjectType } from "type-graphql";
import { contains } from "../../shared/date-range";
import type { Day } from "../../shared/day";
import { DateTime, LocalDate } from "./scalars";

/** Extended by the versions of everything that is kept in two times. */
@ObjectType({ simpleResolvers: true, description: "Terms, the days they apply on, and when they were recorded." })
export abstract class DatedType {
  @Field(() => Int, { description: "Counted from 1 as recorded; numbers of superseded versions are not used again." })
  version!: number;

  @Field(() => LocalDate, { description: "First local day on which these terms apply." })
  validFrom!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day on which they no longer apply; null while open-ended.",
  })
  validUntil!: Day | null;

  @Field(() => DateTime, { description: "When these terms were recorded." })
  recordedAt!: Date;
}

/** Of versions, the one that applies on a day, or null. */
export const versionOn = <T extends Pick<DatedType, "validFrom" | "validUntil">>(
  versions: readonly T[],
  on: Day,
): T | null => versions.find((one) => contains({ from: one.validFrom, until: one.validUntil }, on)) ?? null;
