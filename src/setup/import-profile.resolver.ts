import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { parse } from "yaml";
import type { ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import type { ImportProfile } from "../facts/import-profile.entity";
import { importProfileRecord, ImportProfileService } from "../facts/import-profile.service";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { pageUnder } from "../platform/graphql/row-list";
import { InvalidField } from "../shared/input";
import { importProfilesOfClient } from "./import-profile.loaders";
import {
  DefineImportProfileInput,
  DefineImportProfilePayload,
  ImportProfileList,
  ImportProfileType,
} from "./import-profile.type";
import { yamlText } from "./setup-document";

@Resolver(() => ImportProfileType)
export class ImportProfileResolver {
  @Mutation(() => DefineImportProfilePayload, {
    description: "Defines how a foreign file becomes facts. Needs WRITE_SETUP.",
  })
  defineImportProfile(
    @Arg("input", () => DefineImportProfileInput, { description: "The profile, whole." })
    input: DefineImportProfileInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineImportProfilePayload>> {
    return define(ctx, { name: "defineImportProfile", input }, async (context, { document, ...written }) => {
      const profile = { ...readDocument(document), ...written };
      const { thing } = await ctx.service(ImportProfileService).define(ctx.tx, context, profile);
      return { importProfile: thing };
    });
  }

  @FieldResolver(() => String, { description: "The profile as a YAML document, as `regia apply` reads it." })
  document(@Root() profile: ImportProfile): string {
    return yamlText([{ kind: "ImportProfile", code: profile.code, ...importProfileRecord(profile) }]);
  }
}

@Resolver(() => ClientType)
export class ClientImportProfilesResolver {
  @FieldResolver(() => ImportProfileList.Connection, { description: "How its files become facts, by code." })
  importProfiles(
    @Root() client: ClientRow,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ImportProfile>> {
    return pageUnder(ctx, importProfilesOfClient, client.id, pageOf(args, { list: "importProfiles" }, 2));
  }
}

function readDocument(text: string): Record<string, unknown> {
  const refused = (message: string) =>
    new InvalidField(message, { path: ["document"], remedy: "Write named fields as YAML or JSON." });
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw refused((error as Error).message.split("\n")[0]!.replace(/:$/, "."));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused("This is not a profile.");
  const { kind: _kind, client: _client, code: _code, stream: _stream, ...profile } = value as Record<string, unknown>;
  return profile;
}
