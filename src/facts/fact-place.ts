import type { Directory, KnownService } from "./directory.queries";
import { listed, suggestion, type TextField } from "./field-text";
import { missing, required, type FieldReader, type RejectCode, type RowInHand } from "./row-in-hand";

/** The service, channel and person a fact belongs to. */
export interface FactPlace {
  readonly service: KnownService;
  readonly channel: string;
  readonly personId: string | null;
}

export interface ChannelField extends TextField {
  /** Facts may belong to no channel in particular. */
  readonly isOptional: boolean;
}

export interface PlaceFields {
  readonly service: TextField;
  /** Null: facts of this stream have none. */
  readonly channel: ChannelField | null;
  readonly person: TextField | null;
}

const MOST_REMEMBERED = 1_000;

/** Reads where a fact belongs, and sets the row's clock. Null: that could not be told. */
export function placeReader(fields: PlaceFields, directory: Directory, source: string): FieldReader<FactPlace> {
  const serviceOf = serviceReader(fields.service, directory);
  const channelOf = channelReader(fields.channel);
  const personOf = fields.person ? personReader(fields.person, directory, source) : () => null;
  return (row) => {
    const service = serviceOf(row);
    const channel = channelOf(row);
    const personId = personOf(row);
    if (service === null || channel === null) return null;
    row.clock = service.clock;
    if (channel === NO_CHANNEL || service.channels.has(channel)) return { service, channel, personId };
    const reason =
      `Service "${service.code}" has no channel "${channel}"; it has ${listed([...service.channels])}. ` +
      "Add it to the service, or translate it in the profile.";
    return row.fail({ field: fields.channel?.label ?? "channel", value: channel, code: "UNKNOWN_CHANNEL", reason });
  };
}

/** Of facts that belong to no channel in particular, such as paid hours. */
export const NO_CHANNEL = "";

function channelReader(field: ChannelField | null): FieldReader<string> {
  if (field === null) return () => NO_CHANNEL;
  if (!field.isOptional) return required(field.label, field.read);
  return (row) => field.read(row) ?? NO_CHANNEL;
}

function serviceReader({ label, read }: TextField, { services }: Directory): FieldReader<KnownService> {
  const explain = remembered((code: string) => {
    const hint = suggestion(code, [...services.keys()]);
    return `The client has no service "${code}".${hint} Define the service, or translate the value in the profile.`;
  });
  return (row) => {
    const code = read(row);
    if (code === null) return missing(row, label);
    return services.get(code) ?? unknown(row, { label, value: code, code: "UNKNOWN_SERVICE", explain });
  };
}

/** The name the source uses for a person comes before a person's code. */
export function personReader({ label, read }: TextField, directory: Directory, source: string): FieldReader<string> {
  const { logins, persons } = directory;
  const explain = remembered((name: string) => {
    const hint = suggestion(name, [...logins.keys(), ...persons.keys()]);
    return (
      `Nobody is called "${name}" in "${source}", and nobody has that code.${hint} ` +
      `Give the person a position with the client and this login for "${source}", or translate the value.`
    );
  });
  return (row) => {
    const name = read(row);
    if (name === null) return null;
    const id = logins.get(name) ?? persons.get(name);
    return id ?? unknown(row, { label, value: name, code: "UNKNOWN_PERSON", explain });
  };
}

interface Unknown {
  readonly label: string;
  readonly value: string;
  readonly code: RejectCode;
  readonly explain: (value: string) => string;
}

const unknown = (row: RowInHand, { label, value, code, explain }: Unknown): null =>
  row.fail({ field: label, value, code, reason: explain(value.slice(0, 100)) });

/** Suggestions are costly, and an unknown name comes in many rows. */
function remembered(explain: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const text = known.get(value) ?? explain(value);
    if (known.size < MOST_REMEMBERED) known.set(value, text);
    return text;
  };
}
