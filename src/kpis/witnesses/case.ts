import type { CaseMomentFacts } from "../catalogue/case-facts";

const DAY = 86_400_000;
const FLAGS = [null, false, true] as const;

const PLAIN: CaseMomentFacts = {
  ...{
    day: 10,
    openedDay: 1,
    untilDay: null,
    sinceDay: null,
    answeredDay: null,
    isFirst: true,
    isLast: true,
    isMet: false,
  },
  ...{ calendarSeconds: 1, businessSeconds: 1, calendarWorkedSeconds: 1, businessWorkedSeconds: 1 },
  ...{
    calendarWholeSeconds: 1,
    businessWholeSeconds: 1,
    customerRef: "customer",
    occurredAt: 0,
    firstReopenedAt: null,
  },
  ...{ nextOpenedAt: null, resolvedAt: 0, dueAt: null, reopenings: 0, escalations: null, contacts: null },
  ...{ agentInteractions: null, withinTarget: null, resolvableFirstContact: null },
};

/** Every combination of the given values, in otherwise plain moments. */
function each(values: { readonly [K in keyof CaseMomentFacts]?: readonly CaseMomentFacts[K][] }): CaseMomentFacts[] {
  return Object.entries(values).reduce<CaseMomentFacts[]>(
    (facts, [name, some]) => facts.flatMap((fact) => some.map((value) => ({ ...fact, [name]: value }))),
    [PLAIN],
  );
}

/** Resolutions, closings and deadlines of every kind; near and far neighbours and reopenings. */
export const caseWitnesses = (limits: readonly number[]): CaseMomentFacts[] => {
  const instants = [null, 0, DAY, ...limits.map((days) => days * DAY), 91 * DAY];
  return [
    ...each({
      isFirst: [false, true],
      isLast: [false, true],
      withinTarget: FLAGS,
      dueAt: [null, -1, 0],
      escalations: [null, 0, 2],
    }),
    ...each({ isFirst: [false, true], agentInteractions: [null, 0, 1, 2], firstReopenedAt: instants }),
    ...each({
      ...{ customerRef: [null, "customer"], contacts: [null, 0, 1, 2], reopenings: [0, 1], nextOpenedAt: instants },
      resolvableFirstContact: FLAGS,
    }),
    ...each({ isMet: [false, true] }),
  ];
};
