/** What changes when the arithmetic of this program does: what was settled before is then looked at again. */
export const ARITHMETIC = "1";
