import { DomainError, Refusals } from "../shared/errors";

interface PrintedError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly remedy: string | undefined;
}

/** On stderr: what is wrong, where, and what to do; a stack only for what nobody foresaw. */
export function printError(
  error: unknown,
  json: boolean,
  write = (text: string) => void process.stderr.write(text),
): void {
  const errors = printed(error);
  if (json) return write(`${JSON.stringify({ errors }, null, 2)}\n`);
  for (const one of errors) write(`${asText(one)}\n`);
  if (!(error instanceof DomainError)) write(`${(error as Error)?.stack ?? ""}\n`);
}

function printed(error: unknown): PrintedError[] {
  if (error instanceof Refusals) return error.all.flatMap(printed);
  if (error instanceof DomainError) {
    return [{ code: error.code, message: error.message, path: error.path, remedy: error.remedy }];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [
    { code: "INTERNAL", message: `Unexpected: ${message}`, path: [], remedy: "This is a defect: please report it." },
  ];
}

function asText(error: PrintedError): string {
  const where = error.path.length > 0 ? `\n  where: ${error.path.join(".")}` : "";
  const what = error.remedy ? `\n  what to do: ${error.remedy}` : "";
  return `✗ ${error.message}${where}${what}`;
}
