import { Option, type Command } from "commander";
import { AccessService } from "../../platform/access.service";
import { personByCode } from "../../people/people.lookups";
import { inTransaction } from "../../platform/database";
import { LOCAL_ISSUER } from "../../platform/tokens";
import { RIGHTS } from "../../platform/viewer";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { PersonOfClient } from "../grant.errors";

interface GrantOptions extends CommonOptions {
  readonly name: string;
  readonly client?: string[];
  readonly person?: string;
  readonly right: string[];
  readonly issuer?: string;
}

/** Registers the people who sign in. What a token says of rights or clients is never believed. */
export function registerGrant(program: Command, line: CommandLine): void {
  line
    .command(program, "grant <subject>", "register a person who signs in, or change what a registered one may do")
    .requiredOption("--name <name>", "how the person is called in records")
    .option("--client <code...>", "a client's person, who reaches these clients; without it one of our own people")
    .option("--person <code>", "one of our own people who is in the set-up: sees what the positions held answer for")
    .addOption(
      new Option("--right <right...>", "what the person may do").choices([...RIGHTS]).default([], "read results"),
    )
    .option(
      "--issuer <issuer>",
      "who signs the person's tokens; otherwise the configured identity provider, or ourselves",
    )
    .addHelpText(
      "after",
      "\nThe subject is the `sub` of the person's tokens. Rights and clients given now replace those of before.",
    )
    .action((subject: string, options: GrantOptions) =>
      line.runWith(options, (runtime, context) => grant(subject, options, runtime, context)),
    );
}

async function grant(
  subject: string,
  { name, client, person, right, issuer }: GrantOptions,
  { db, config }: Runtime,
  context: CommandContext,
): Promise<void> {
  const access = new AccessService();
  const signedBy = issuer ?? config.signIn?.issuer ?? LOCAL_ISSUER;
  const kind = client ? "client" : "internal";
  if (client && person !== undefined) throw new PersonOfClient(person);
  await inTransaction(db, { clientIds: [], internal: true }, async (tx) => {
    const reaches = client ? await access.clientIds(tx, client) : [];
    const personId = person === undefined ? null : (await personByCode(tx, person)).id;
    await access.putPrincipal(tx, { issuer: signedBy, subject, kind, name, personId, reaches, rights: right });
  });
  const where = client ? client.join(", ") : reachOf(person, right);
  context.print({ subject, issuer: signedBy, kind, clients: client ?? null, person: person ?? null, rights: right }, [
    `${name} (${subject}, tokens of ${signedBy}) reaches ${where}; rights: ${right.join(", ") || "reading results"}.`,
  ]);
}

const reachOf = (person: string | undefined, rights: readonly string[]): string =>
  person === undefined || rights.includes("people:read")
    ? "every client"
    : `what the positions of ${person} answer for`;
