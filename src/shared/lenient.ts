import { z } from "zod";

/** A field that may be left out or null: null either way. */
export const orNull = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);

/** A field that may be left out or null and then has a value of its own. */
export const orElse = <S extends z.ZodType, V>(schema: S, otherwise: V) =>
  schema.nullish().transform((value) => value ?? otherwise);
