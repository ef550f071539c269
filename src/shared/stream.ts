/** Kinds of fact that can be taken in. */
export const STREAMS = ["contact", "survey"] as const;
export type Stream = (typeof STREAMS)[number];
