import { GraphQLDateTime, GraphQLLocalDate, GraphQLNonNegativeInt, GraphQLTimeZone } from "graphql-scalars";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { Decimal as ExactDecimal } from "../../shared/decimal";

/** Import scalars from here, so that every part of the schema uses the same ones. */
export const LocalDate = GraphQLLocalDate;
export const DateTime = GraphQLDateTime;
export const TimeZone = GraphQLTimeZone;
export const NonNegativeInt = GraphQLNonNegativeInt;

const FORM = /^-?\d{1,40}(\.\d{1,40})?$/;

/** Exact decimals travel as text, because JSON numbers are binary floats in most clients. Code holds them as text, too. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: "Decimal",
  description: 'An exact decimal number as text, without exponent: `"0.811320754716981132075471698113208"`, `"-12.5"`.',
  serialize: (value) => (typeof value === "string" ? value : String(value)),
  parseValue: (value) => {
    if (typeof value === "string") return exact(value);
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    throw new GraphQLError('A Decimal is text such as "12.5"; JSON numbers with a fraction are not exact.');
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return exact(node.value);
    throw new GraphQLError('A Decimal is written as "12.5" or 12.5.', { nodes: node });
  },
});

function exact(text: string): string {
  if (!FORM.test(text)) throw new GraphQLError(`"${text.slice(0, 60)}" is not a decimal number such as "12.5".`);
  return new ExactDecimal(text).toFixed();
}
