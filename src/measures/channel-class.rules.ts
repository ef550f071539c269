import { ASYNCHRONOUS_CHANNELS } from "../kpis/channel-kind.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";

/** What kind of channel facts came by; `none`: they belong to no channel in particular, such as paid hours. */
export type ChannelClass = "live" | "asynchronous" | "none";

/** Value of the parameter that `channelClassSql` and `countedChannelsSql` need. */
export const asynchronousChannels = (): readonly string[] => ASYNCHRONOUS_CHANNELS;

/** SQL of the class of a channel; `asynchronous`: the parameter with those that are. */
export const channelClassSql = (channel: string, asynchronous: string): string =>
  `case when ${channel} = '' then 'none' when ${channel} = any(${asynchronous}::text[]) then 'asynchronous' else 'live' end`;

/** Whether facts of a class count in a KPI: those of no channel always do. */
export const countsIn = (channels: KpiDefinition["channels"], of: ChannelClass): boolean =>
  channels === "all" || of === "none" || of === channels;

/** SQL of whether facts of a channel count in a KPI. */
export const countedChannelsSql = (
  channels: KpiDefinition["channels"],
  channel: string,
  asynchronous: string,
): string => {
  const isAsynchronous = `${channel} = any(${asynchronous}::text[])`;
  if (channels === "all") return `(${isAsynchronous}) is not null`;
  return channels === "live" ? `not ${isAsynchronous}` : `(${channel} = '' or ${isAsynchronous})`;
};
