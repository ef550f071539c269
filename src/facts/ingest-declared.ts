import { Arg, Ctx, Field, InputType, Mutation, registerEnumType, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { perform, type Outcome } from "../platform/graphql/mutation";
import { ingestBatch, type BatchInput } from "./ingest.resolver";
import { FactInput, IngestInput, IngestPayload, PlacedFactInput } from "./ingest.type";
import type { DeclaredStream } from "./streams/declared-stream";
import type { FieldKind } from "./streams/field-kinds";

/** The mutation that takes in a batch of a declared stream: `ingestWorkTimes` with rows of `WorkTimeInput`. */
export function ingestResolverOf(declaration: DeclaredStream): new () => object {
  const word = pascal(declaration.stream);
  const name = `ingest${word}s`;
  const input = batchInput(declaration, word);
  class IngestDeclaredResolver {
    ingest(given: BatchInput, ctx: ApiContext): Promise<Outcome<IngestPayload>> {
      return perform(ctx, { name, requires: "facts:write", input: given }, () =>
        ingestBatch(ctx, declaration.stream, given),
      );
    }
  }
  const { prototype } = IngestDeclaredResolver;
  Reflect.defineMetadata("design:paramtypes", [Object, Object], prototype, "ingest");
  Arg("input", () => input, { description: `The ${declaration.noun}.` })(prototype, "ingest", 0);
  Ctx()(prototype, "ingest", 1);
  const file = `POST /ingest/${declaration.stream}`;
  const description = `Takes in up to 1,000 ${declaration.noun}; for more, upload a file to ${file}. Needs WRITE_FACTS.`;
  Mutation(() => IngestPayload, { name, description })(prototype, "ingest", METHOD);
  Resolver()(IngestDeclaredResolver);
  return IngestDeclaredResolver;
}

const METHOD: TypedPropertyDescriptor<unknown> = {};

const pascal = (stream: string): string =>
  stream.replace(/(^|_)([a-z])/g, (_, _mark: string, letter: string) => letter.toUpperCase());

function batchInput(declaration: DeclaredStream, word: string): new () => object {
  const row = rowInput(declaration, word);
  class DeclaredBatchInput extends IngestInput {}
  InputType(`Ingest${word}sInput`, { description: `A batch of ${declaration.noun}.` })(DeclaredBatchInput);
  const description = `1 to 1,000 ${declaration.noun}. A later one replaces an earlier of the same id.`;
  Field(() => [row], { description })(DeclaredBatchInput.prototype, "rows");
  return DeclaredBatchInput;
}

function rowInput(declaration: DeclaredStream, word: string): new () => object {
  class DeclaredRowInput extends (declaration.channel === "needed" ? PlacedFactInput : FactInput) {}
  InputType(`${word}Input`, { description: declaration.description })(DeclaredRowInput);
  const { prototype } = DeclaredRowInput;
  if (declaration.channel === "optional")
    Field(() => String, { nullable: true, description: CHANNEL })(prototype, "channel");
  if (declaration.person === "optional")
    Field(() => String, { nullable: true, description: declaration.personDescription ?? PERSON })(prototype, "person");
  for (const [name, kind] of Object.entries(declaration.fields))
    Field(typeOf(kind, `${word}${name[0]!.toUpperCase()}${name.slice(1)}`), {
      nullable: !kind.isRequired,
      description: kind.description,
    })(prototype, name);
  return DeclaredRowInput;
}

const CHANNEL = "Code of the channel, one of the service's. Null: no channel in particular.";
const PERSON = "The login of the person for `source`, or the person's code. Null: nobody in particular.";

function typeOf(kind: FieldKind<unknown>, enumName: string): () => never {
  if (!kind.words) return kind.scalar as () => never;
  const words = Object.fromEntries(kind.words.map((one) => [one.toUpperCase(), one]));
  const valuesConfig = Object.fromEntries(
    Object.entries(words).map(([name, one]) => [name, { description: kind.meanings?.[one] ?? sentence(one) }]),
  );
  registerEnumType(words, { name: enumName, description: kind.description, valuesConfig });
  return () => words as never;
}

/** `waiting_customer` → `Waiting customer.` */
const sentence = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1).replaceAll("_", " ")}.`;
