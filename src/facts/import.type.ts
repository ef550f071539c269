import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import type { ImportFailure, ImportState, ImportWarning } from "./import.entity";
import { StreamEnum } from "./stream.type";

export const ImportStateEnum = {
  RUNNING: "running",
  FINISHED: "finished",
  INTERRUPTED: "interrupted",
  REFUSED: "refused",
} as const satisfies Record<string, ImportState>;

registerEnumType(ImportStateEnum, {
  name: "ImportState",
  description: "How an import went.",
  valuesConfig: {
    RUNNING: { description: "Rows are being taken in; the counts grow." },
    FINISHED: { description: "The whole file was read; every row is in one of the counts." },
    INTERRUPTED: { description: "It ended before the file did. What came before stays; send the file again." },
    REFUSED: { description: "The file as a whole could not be read. Nothing of it was taken in." },
  },
});

@ObjectType("ImportWarning", { simpleResolvers: true, description: "Something to look at, though rows were taken in." })
export class ImportWarningType {
  @Field(() => String, { description: "Stable code, UPPER_SNAKE_CASE." })
  code!: string;

  @Field(() => String, { description: "What was noticed, in English." })
  message!: string;
}

@ObjectType("ImportFailure", { simpleResolvers: true, description: "Why an import was refused or interrupted." })
export class ImportFailureType {
  @Field(() => String, { description: "Stable code, UPPER_SNAKE_CASE." })
  code!: string;

  @Field(() => String, { description: "What is wrong, in English." })
  message!: string;

  @Field(() => String, { nullable: true, description: "What to do about it; null where nothing can be done." })
  remedy!: string | null;
}

@ObjectType("ImportReject", {
  simpleResolvers: true,
  description: "A row that could not be taken in. It holds what the row said: seen with READ_FACTS or WRITE_FACTS.",
})
export class ImportRejectType {
  @Field(() => Int, {
    description: "Where the row begins in the file, from 1; in a batch, its place in `rows`, from 1.",
  })
  line!: number;

  @Field(() => String, { description: "Name of the column; `(row)` where it is about the row as a whole." })
  field!: string;

  @Field(() => String, { nullable: true, description: "What was there, at most 500 characters; null: nothing." })
  value!: string | null;

  @Field(() => String, { description: "Stable code, UPPER_SNAKE_CASE. Listed in the documentation of errors." })
  code!: string;

  @Field(() => String, { description: "What is wrong and what to do, in English." })
  reason!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "Local day of its service on which it would have counted; null where that could not be read.",
  })
  day!: Day | null;
}

export const ImportRejectList = connectionOf("ImportReject", "rejected rows", () => ImportRejectType);

@ObjectType("Import", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "A file or batch of facts that was sent, and what became of its rows. Every row is in exactly one count.",
})
export class ImportType extends NodeType {
  @Field(() => StreamEnum, { description: "What kind of facts it brought." })
  stream!: Stream;

  @Field(() => String, { description: "Code of the import profile; `regia` is the built-in one." })
  profileCode!: string;

  @Field(() => String, { nullable: true, description: "Name of the file, as its sender gave it; null: not given." })
  fileName!: string | null;

  @Field(() => ImportStateEnum, { description: "How it went." })
  state!: ImportState;

  @Field(() => Int, { description: "Rows that brought a new fact." })
  rowsAccepted!: number;

  @Field(() => Int, { description: "Rows that brought a fact again, with another content; the later copy holds." })
  rowsReplaced!: number;

  @Field(() => Int, { description: "Rows that brought a fact again as it was." })
  rowsUnchanged!: number;

  @Field(() => Int, { description: "Rows that could not be taken in: see `rejects`." })
  rowsRejected!: number;

  @Field(() => Int, { description: "Rows that the profile leaves out on purpose." })
  rowsSkipped!: number;

  @Field(() => [ImportWarningType], { description: "What to look at, though rows were taken in." })
  warnings!: ImportWarning[];

  @Field(() => ImportFailureType, { nullable: true, description: "Only when refused or interrupted." })
  error!: ImportFailure | null;

  @Field(() => String, { description: "Name of who sent it." })
  startedBy!: string;

  @Field(() => DateTime, { description: "When it began." })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it is running." })
  finishedAt!: Date | null;
}

export const ImportList = connectionOf("Import", "imports", () => ImportType);
