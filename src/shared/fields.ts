import { DateTime, IANAZone } from "luxon";
import { z } from "zod";
import type { Day } from "./day";
import { Decimal } from "./decimal";

/** A text field with a check that says what to do. */
const checked = (test: (text: string) => boolean, complaint: (text: string) => string, remedy: string) =>
  z.string().superRefine((text, context) => {
    if (!test(text)) context.addIssue({ code: "custom", message: complaint(text), params: { remedy } });
  });

/** How things are called in documents, URLs and feeds. */
export const codeField = checked(
  (text) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(text),
  (text) => `"${text}" is not a code.`,
  "Use up to 63 letters, digits, dots, hyphens and underscores, beginning with a letter or digit.",
);

export const nameField = checked(
  (text) => text.trim() === text && text.length > 0 && text.length <= 200,
  (text) => `"${text}" is not a name.`,
  "Write 1 to 200 characters, without spaces at either end.",
);

export const dayField = checked(
  (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid,
  (text) => `"${text}" is not a day.`,
  "Write days as YYYY-MM-DD, for example 2026-03-29.",
).transform((text) => text as Day);

export const timeZoneField = checked(
  (text) => /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text),
  (text) => `"${text}" is not a time zone.`,
  "Write an IANA name such as Europe/Rome; an offset such as +01:00 would ignore summer time.",
);

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
export const currencyField = checked(
  (text) => CURRENCIES.has(text),
  (text) => `"${text}" is not a currency.`,
  "Write an ISO 4217 code such as EUR.",
);

/** An exact decimal, as text without superfluous zeros; written as a number or as text. */
export const decimalField = z
  .union([z.number(), z.string()])
  .superRefine((value, context) => {
    if (!/^-?\d+(\.\d+)?$/.test(String(value)))
      context.addIssue({
        code: "custom",
        message: `"${value}" is not a number.`,
        params: { remedy: "Write digits and a point, such as 0.8." },
      });
  })
  .transform((value) => new Decimal(value).toString());

/** Zero or a positive whole number. */
export const countField = z.int().min(0).max(1_000_000_000);
