import type { Command } from "commander";
import { templateDocument } from "../../assignments/templates/role-template.rules";
import { requireTemplate, ROLE_TEMPLATES } from "../../assignments/templates/role-templates";
import { dayOf } from "../../shared/day";
import { yamlText } from "../../setup/setup-document";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";

interface TemplateOptions extends CommonOptions {
  readonly client?: string;
  readonly contract?: string;
  readonly from?: string;
}

export function registerTemplate(program: Command, line: CommandLine): void {
  line
    .command(program, "template [code]", "print roles with their KPIs as documents for a setup folder")
    .option("--client <code>", "for one client; left out: for every client")
    .option("--contract <code>", "for one contract of the client")
    .option("--from <day>", "first day on which the KPIs count; left out: the first of this year")
    .action((code: string | undefined, options: TemplateOptions) =>
      line.run(options, (context) => Promise.resolve(templateCommand(context, { code, ...options }))),
    );
}

function templateCommand(
  context: CommandContext,
  { code, client, contract, from }: TemplateOptions & { readonly code?: string | undefined },
): void {
  const templates = code === undefined ? ROLE_TEMPLATES : [requireTemplate(code)];
  const validFrom = from ?? `${dayOf(new Date(), "UTC").slice(0, 4)}-01-01`;
  const documents = templates.map((one) =>
    templateDocument(one, { client: client ?? null, contract: contract ?? null, validFrom }),
  );
  context.print({ documents }, yamlText(documents).trimEnd());
}
