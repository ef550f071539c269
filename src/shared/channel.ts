/** Channels on which a customer waits while we answer. */
export const LIVE_CHANNELS = ["phone", "chat", "video"] as const;
/** Channels on which an answer comes later. */
export const ASYNCHRONOUS_CHANNELS = ["email", "messaging", "social", "form"] as const;
export const CHANNELS = [...LIVE_CHANNELS, ...ASYNCHRONOUS_CHANNELS] as const;
export type Channel = (typeof CHANNELS)[number];
