import type { Command } from "commander";
import { localTokens } from "../../platform/tokens";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import { ProviderIssuesTokens } from "../token.errors";

interface TokenOptions extends CommonOptions {
  readonly hours: number;
}

/** Only where no identity provider is configured. */
export function registerToken(program: Command, line: CommandLine): void {
  line
    .command(
      program,
      "token <subject>",
      "a token for a person registered under our own issuer, such as those of the demo",
    )
    .option("--hours <number>", "how long it is good", Number, 12)
    .action((subject: string, options: TokenOptions) =>
      line.run(options, (context) => issue(subject, options, context)),
    );
}

async function issue(subject: string, { hours }: TokenOptions, { config, print }: CommandContext): Promise<void> {
  if (config.signIn) throw new ProviderIssuesTokens(config.signIn.issuer);
  const tokens = await localTokens(config.dataFolder);
  const token = await tokens.issue(subject, new Date(), hours);
  print({ token, subject, hours }, token);
}
