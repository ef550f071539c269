import { ASYNCHRONOUS_CHANNELS } from "../kpis/channel-kind.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import type { Stream } from "../shared/stream";

/** What kind of channel facts came by; `none`: they belong to no channel in particular, such as paid hours. */
export type ChannelClass = "live" | "asynchronous" | "none";

/** Value of the parameter that `channelClassSql` and `countedChannelsSql` need. */
export const asynchronousChannels = (): readonly string[] => ASYNCHRONOUS_CHANNELS;

/** Cases are worked on while the customer does not wait, by whatever channel they were opened. */
const ASYNCHRONOUS_STREAM: Stream = "case";

/** SQL of the class of facts of a stream and channel; `asynchronous`: the parameter with channels that are. */
export const channelClassSql = (stream: string, channel: string, asynchronous: string): string =>
  `case when ${channel} = '' then 'none'
        when ${stream} = '${ASYNCHRONOUS_STREAM}' or ${channel} = any(${asynchronous}::text[]) then 'asynchronous' else 'live' end`;

/** Whether facts of a class count in a KPI: those of no channel always do. */
export const countsIn = (channels: KpiDefinition["channels"], of: ChannelClass): boolean =>
  channels === "all" || of === "none" || of === channels;

/** SQL of whether facts of a stream, by the channel in a column, count in a KPI. */
export function countedChannelsSql(
  { stream, channels }: { readonly stream: Stream; readonly channels: KpiDefinition["channels"] },
  channel: string,
  asynchronous: string,
): string {
  const isCase = stream === ASYNCHRONOUS_STREAM ? `${channel} <> ''` : "false";
  const isAsynchronous = `(${isCase} or ${channel} = any(${asynchronous}::text[]))`;
  if (channels === "all") return `(${isAsynchronous}) is not null`;
  return channels === "live" ? `not ${isAsynchronous}` : `(${channel} = '' or ${isAsynchronous})`;
}
