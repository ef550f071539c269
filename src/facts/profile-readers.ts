import type { Directory } from "./directory.queries";
import { personReader, type PlaceFields } from "./fact-place";
import { duration, flag, identifier, instant, shortText, type InstantRules } from "./field-readers";
import { columnsOf, textField, type FieldSpec, type FileShape, type TextField } from "./field-text";
import type { DurationUnit } from "./duration-text";
import type { ProfileDefinition } from "./import-profile.schema";
import type { FieldReader } from "./row-in-hand";

export interface ReaderParts {
  readonly profile: ProfileDefinition;
  readonly source: string;
  readonly file: FileShape;
  readonly directory: Directory;
  /** Told of each date that fits only with day and month swapped. */
  readonly onSwapped: (fittingFormat: string) => void;
}

type InstantSpec = FieldSpec & { readonly format?: string | readonly string[]; readonly timeZone?: string };

const nothing = (): null => null;

/** Makes readers of a profile's fields, with what the profile says for all of them. A field left out has no value. */
export class ProfileReaders {
  readonly directory: Directory;
  readonly source: string;

  constructor(private readonly parts: ReaderParts) {
    this.directory = parts.directory;
    this.source = parts.source;
  }

  /** What people call the field: its columns, or our name for it. */
  labelOf = (name: string, spec: FieldSpec | undefined): string => (spec && columnsOf(spec).join(" + ")) || name;

  text(name: string, spec: FieldSpec): TextField {
    return textField(name, spec, this.parts.file);
  }

  shortText(name: string, spec: FieldSpec | undefined): FieldReader<string> {
    return spec ? shortText(this.text(name, spec)) : nothing;
  }

  identifier(name: string, spec: (FieldSpec & { readonly hash?: boolean }) | undefined): FieldReader<string> {
    return spec ? identifier(this.text(name, spec), spec.hash ?? false) : nothing;
  }

  flag(name: string, spec: FieldSpec | undefined): FieldReader<boolean> {
    return spec ? flag(this.text(name, spec)) : nothing;
  }

  duration(name: string, spec: (FieldSpec & { readonly unit?: DurationUnit }) | undefined): FieldReader<number> {
    if (!spec) return nothing;
    return duration(this.text(name, spec), spec.unit ?? "seconds", this.decimal);
  }

  instant(name: string, spec: InstantSpec | undefined): FieldReader<number> {
    if (!spec) return nothing;
    return instant(this.text(name, spec), this.instantRules(spec));
  }

  /** How the instants of a field are written. */
  instantRules(spec: FieldSpec): InstantRules {
    const { format, timeZone } = spec as InstantSpec;
    const { profile, onSwapped } = this.parts;
    return { formats: [format ?? "iso"].flat(), zone: timeZone ?? profile.timeZone ?? null, onSwapped };
  }

  /** The decimal mark of numbers. */
  get decimal(): "." | "," {
    return this.parts.profile.decimal ?? ".";
  }

  person(field: TextField): FieldReader<string> {
    return personReader(field, this.directory, this.source);
  }

  place(fields: { service: FieldSpec; channel?: FieldSpec; person?: FieldSpec }, isChannelNeeded = true): PlaceFields {
    const { service, channel, person } = fields;
    return {
      service: this.text("service", service),
      channel: channel ? { ...this.text("channel", channel), isOptional: !isChannelNeeded } : null,
      person: person ? this.text("person", person) : null,
    };
  }
}
