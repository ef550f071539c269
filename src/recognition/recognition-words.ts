import { display } from "../kpis/kpi-display.rules";
import type { Language } from "../kpis/kpi-definition";
import type { Recognition, RecognitionKind } from "./recognition";

interface Filled {
  readonly kpi: string;
  /** How many earlier periods, improvements or periods in a row. */
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

type Sentence = (filled: Filled) => string;

/** Counts stand apart where a language would have to bend the word after them. */
const SENTENCES: Readonly<Record<Language, Readonly<Record<RecognitionKind, Sentence>>>> = {
  en: {
    personal_best: ({ kpi, count, last }) => `Personal best, ${kpi}: ${last}, better than in ${count} earlier periods.`,
    sustained_improvement: ({ kpi, count, first, last }) =>
      `${kpi}: better ${count} times in a row, from ${first} to ${last}.`,
    consistently_strong_team: ({ kpi, count, last }) =>
      `${kpi}: target reached with confidence in ${count} periods in a row, last with ${last}.`,
  },
  it: {
    personal_best: ({ kpi, count, last }) =>
      `Record personale, ${kpi}: ${last}, meglio che in ${count} periodi precedenti.`,
    sustained_improvement: ({ kpi, count, first, last }) =>
      `${kpi}: in miglioramento per ${count} volte di seguito, da ${first} a ${last}.`,
    consistently_strong_team: ({ kpi, count, last }) =>
      `${kpi}: obiettivo raggiunto con sicurezza statistica in ${count} periodi consecutivi, da ultimo con ${last}.`,
  },
  hr: {
    personal_best: ({ kpi, count, last }) =>
      `Osobni rekord, ${kpi}: ${last}, bolje nego u svim ranijim razdobljima (uspoređeno: ${count}).`,
    sustained_improvement: ({ kpi, count, first, last }) =>
      `${kpi}: neprekidno poboljšanje od ${first} do ${last} (uzastopnih poboljšanja: ${count}).`,
    consistently_strong_team: ({ kpi, count, last }) =>
      `${kpi}: cilj pouzdano dostignut, posljednji put ${last} (uzastopnih razdoblja: ${count}).`,
  },
  zh: {
    personal_best: ({ kpi, count, last }) => `个人最佳,${kpi}:${last},优于此前 ${count} 个周期。`,
    sustained_improvement: ({ kpi, count, first, last }) => `${kpi}:连续 ${count} 次改善,从 ${first} 到 ${last}。`,
    consistently_strong_team: ({ kpi, count, last }) => `${kpi}:连续 ${count} 个周期可靠地达到目标,最近为 ${last}。`,
  },
};

/** What is recognised, for people. */
export function sentenceOf({ kind, series, evidence }: Recognition, language: Language, currency: string): string {
  const { kpi } = series;
  const shown = (value: string): string => display(kpi, value, language, currency);
  const count = kind === "consistently_strong_team" ? evidence.length : evidence.length - 1;
  const [first, last] = [shown(evidence[0]!.value), shown(evidence.at(-1)!.value)];
  return SENTENCES[language][kind]({ kpi: kpi.names[language], count, first, last });
}

/** By what rule, in English, for whoever doubts it. */
export const RULE_TEXTS: Readonly<Record<RecognitionKind, string>> = {
  personal_best:
    "Unrounded, strictly better than in each of at least 6 earlier periods with enough facts. When nothing changes, the last of n is the best with chance 1/n.",
  sustained_improvement:
    "At least 4 periods in a row each strictly better than the one before, none missing in between. r values rise throughout by chance once in r! orders; held at 5 % over all compared (Holm).",
  consistently_strong_team:
    "In at least 3 periods in a row the 95 % Wilson interval lies on the good side of the target. A team that just reaches it does so with chance 0.025 each; held at 5 % over all compared (Holm).",
};
