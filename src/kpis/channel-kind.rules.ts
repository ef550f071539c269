/** Channels on which the answer comes later than the question. Services name their channels; every other name is live. */
export const ASYNCHRONOUS_CHANNELS: readonly string[] = [
  "email",
  "e-mail",
  "mail",
  "letter",
  "fax",
  "form",
  "web-form",
  "messaging",
  "sms",
  "whatsapp",
  "social",
  "ticket",
  "back-office",
];

/** Whether the customer waits while we answer. KPIs of waiting (`channels: "live"`) count live channels only. */
export const isLive = (channel: string): boolean => !ASYNCHRONOUS_CHANNELS.includes(channel);
