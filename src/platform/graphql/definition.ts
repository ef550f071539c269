import type { DefinitionContext } from "../definitions/definition-context";
import type { ApiContext } from "./context";
import { perform, type ActInput, type Outcome } from "./mutation";

/** What a definition is made of: the input without what is about the request. */
export type Written<I extends ActInput> = Omit<I, "idempotencyKey">;

/** Runs a mutation that defines something. Whoever may write the setup of its clients may call it. */
export function define<P extends object, I extends ActInput>(
  ctx: ApiContext,
  act: { readonly name: string; readonly input: I },
  work: (context: DefinitionContext, written: Written<I>) => Promise<P>,
): Promise<Outcome<P>> {
  const { idempotencyKey: _key, ...written } = act.input;
  return perform(ctx, { ...act, requires: "setup:write" }, () => work(contextOf(ctx), written));
}

const contextOf = ({ viewer, now, requestId }: ApiContext): DefinitionContext => ({
  actor: `${viewer.kind} ${viewer.id}`,
  now,
  requestId,
  clientIds: [...viewer.clientIds],
  internal: viewer.kind === "internal",
});
