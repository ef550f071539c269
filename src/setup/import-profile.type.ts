import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { ImportProfile } from "../facts/import-profile.entity";
import { StreamEnum } from "../facts/stream.type";
import { connectionOf } from "../platform/graphql/connection";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { NodeType } from "../platform/graphql/node";
import { DateTime } from "../platform/graphql/scalars";
import type { Stream } from "../shared/stream";

@ObjectType("ImportProfile", {
  simpleResolvers: true,
  implements: NodeType,
  description: "How a foreign file becomes facts. Seen by the client's people and by ours.",
})
export class ImportProfileType extends NodeType {
  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => StreamEnum, { description: "What kind of facts it reads." })
  stream!: Stream;

  @Field(() => Int, { description: "Counted from 1; each change makes a version." })
  version!: number;

  @Field(() => DateTime, { description: "When this version was recorded." })
  recordedAt!: Date;
}

export const ImportProfileList = connectionOf("ImportProfile", "import profiles", () => ImportProfileType);

@InputType({ description: "An import profile; the one with this code gets a further version, or else it is made." })
export class DefineImportProfileInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => StreamEnum, { description: "What kind of facts it reads." })
  stream!: Stream;

  @Field(() => String, {
    description: "The profile as a YAML (or JSON) document, without kind, client, code and stream: see the guide.",
  })
  document!: string;
}

@ObjectType({ simpleResolvers: true, description: "The import profile as it is now defined." })
export class DefineImportProfilePayload extends Payload {
  @Field(() => ImportProfileType, { nullable: true, description: "Null when refused." })
  importProfile?: ImportProfile | null;
}
