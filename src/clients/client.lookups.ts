import { In } from "typeorm";
import { byCode } from "../platform/definitions/by-code";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { Tx } from "../platform/database";
import { Client } from "./client.entity";

/** The client that a code names among those within reach. */
export const clientByCode = (tx: Tx, context: DefinitionContext, code: string): Promise<Client> =>
  byCode(tx, Client, { clientId: In(context.clientIds), code }, { kind: "client" });
