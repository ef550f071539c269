import type { ExclusionKind } from "../../contracts/exclusions/exclusion.rules";
import type { Piece } from "./timeline.rules";

/** Something that is taken out of a figure. */
export interface Taken {
  /** Of an exclusion; of relief its code. */
  readonly id: string;
  readonly code: string;
  readonly kind: ExclusionKind;
  readonly reason: string;
  readonly from: number;
  readonly pieces: readonly Omit<Piece, "step">[];
}
