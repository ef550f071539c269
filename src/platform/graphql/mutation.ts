import { MaxLength, MinLength } from "class-validator";
import { Field, InputType, ObjectType } from "type-graphql";
import { DomainError, Refusals } from "../../shared/errors";
import { inSavepoint } from "../database";
import type { Right } from "../viewer";
import type { ApiContext } from "./context";
import { answeredBefore, rememberAnswer, type Request } from "./idempotency";
import { requireRight } from "./rights";

@ObjectType({ simpleResolvers: true, description: "Why something was refused, for a person and for a program." })
export class UserError {
  @Field(() => String, { description: "Stable code, UPPER_SNAKE_CASE. Listed in the documentation of errors." })
  code!: string;

  @Field(() => [String], { description: 'Where in `input`: `["objectives", "0", "target"]`. Empty: the whole of it.' })
  path!: readonly string[];

  @Field(() => String, { description: "What is wrong, in English, naming field and value." })
  message!: string;

  @Field(() => String, { nullable: true, description: "What to do about it; null where nothing can be done." })
  remedy!: string | null;
}

/** Extended by the input of every mutation. */
@InputType({ description: "What every mutation takes." })
export class ActInput {
  @MinLength(8)
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description:
      "8 to 200 characters of your choosing. The same key with the same input gives the first answer again and does " +
      "nothing; with another input it is refused as IDEMPOTENCY_KEY_REUSED. A refused request uses no key up.",
  })
  idempotencyKey?: string | null;
}

/** Extended by the payload of every mutation: the thing changed (nullable), and `errors`. */
@ObjectType({ simpleResolvers: true, description: "What every mutation answers." })
export class Payload {
  @Field(() => [UserError], { description: "Empty when it was done. Otherwise nothing was changed." })
  errors!: readonly UserError[];
}

/** What is asked for, and what it takes. */
export interface Act {
  /** Name of the mutation. */
  readonly name: string;
  /** Null: whoever is asked about finds out itself who may. */
  readonly requires: Right | null;
  readonly input: ActInput;
}

export type Outcome<P> = Partial<P> & { errors: readonly UserError[] };

/**
 * Runs one business act for a mutation: checks the right, gives a repeated request its first answer, and turns
 * refusals into `errors` with everything undone that the act had begun. Unknown errors pass through.
 */
export async function perform<P extends object>(
  ctx: ApiContext,
  act: Act,
  work: () => Promise<P>,
): Promise<Outcome<P>> {
  if (act.requires !== null) requireRight(ctx.viewer, act.requires);
  const { idempotencyKey, ...asked } = act.input;
  const request: Request = { actor: ctx.viewer.id, operation: act.name, key: idempotencyKey ?? null, asked };
  try {
    return { ...(await inSavepoint(ctx.tx, () => doOnce(ctx, request, work))), errors: [] };
  } catch (error) {
    if (error instanceof DomainError) return refusedWith<P>(error);
    throw error;
  } finally {
    ctx.forgetLoaded();
  }
}

async function doOnce<P extends object>(ctx: ApiContext, request: Request, work: () => Promise<P>): Promise<P> {
  const earlier = await answeredBefore<P>(ctx.tx, request);
  if (earlier) return earlier;
  const answer = await work();
  await rememberAnswer(ctx.tx, request, answer, ctx.now);
  return answer;
}

const refusedWith = <P extends object>(error: DomainError): Outcome<P> =>
  ({ errors: userErrorsOf(error) }) as unknown as Outcome<P>;

export function userErrorsOf(error: DomainError): UserError[] {
  const all = error instanceof Refusals ? error.all : [error];
  return all.map(({ code, path, message, remedy }) => ({ code, path, message, remedy: remedy ?? null }));
}
