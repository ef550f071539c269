import { seeded } from "../../test-support/seeded";
import { foldCase, type CaseUpdate } from "./case-fold.rules";

const MINUTE = 60_000;

const NOTHING: Omit<CaseUpdate, "externalId" | "at"> = {
  ...{ sequence: null, kind: null, state: null, pauseReason: null, personId: null, openedAt: null, resolvedAt: null },
  ...{ dueAt: null, customerRef: null, reason: null, priority: null, escalations: null, contacts: null },
  ...{ agentInteractions: null, withinTarget: null, resolvableFirstContact: null },
};

/** An update so many minutes after the beginning. */
const update = (minute: number, more: Partial<CaseUpdate>): CaseUpdate => ({
  ...NOTHING,
  ...{ externalId: `${minute}`, at: minute * MINUTE },
  ...more,
});

const minutes = (at: number | null): number | null => (at === null ? null : at / MINUTE);

/** `[openedAt, resolvedAt, closedAt]` and the reopenings, in minutes. */
function states(updates: readonly CaseUpdate[]) {
  const { openedAt, resolvedAt, closedAt, reopenings } = foldCase(updates);
  const again = reopenings.map((one) => [minutes(one.resolvedAt), minutes(one.reopenedAt)]);
  return [minutes(openedAt), minutes(resolvedAt), minutes(closedAt), again];
}

describe("the states of a case", () => {
  test.each<[string, CaseUpdate[], unknown[]]>([
    ["it is opened at its first update", [update(5, { state: "new" })], [5, null, null, []]],
    ["or when an update says so", [update(5, { state: "new", openedAt: 0 })], [0, null, null, []]],
    [
      "the first update of a stretch of resolved ones resolves it",
      [update(0, { state: "new" }), update(5, { state: "resolved" }), update(9, { state: "resolved" })],
      [0, 5, null, []],
    ],
    [
      "resolved, then closed does not change when it was resolved",
      [update(0, { state: "new" }), update(5, { state: "resolved" }), update(99, { state: "closed" })],
      [0, 5, 99, []],
    ],
    [
      "closed without being resolved, it was resolved when closed",
      [update(0, { state: "open" }), update(7, { state: "closed" })],
      [0, 7, 7, []],
    ],
    [
      "back in an open state it is reopened, and not resolved until it is again",
      [update(0, { state: "open" }), update(5, { state: "closed" }), update(8, { state: "waiting_other" })],
      [0, null, null, [[5, 8]]],
    ],
    [
      "it may be reopened several times",
      [0, 1, 2, 3, 4].map((at) => update(at, { state: at % 2 === 0 ? "open" : "resolved" })),
      [
        0,
        null,
        null,
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      "a reply after the resolution reopens nothing, but an event that says so does",
      [
        update(0, { kind: "opened" }),
        update(2, { kind: "resolved" }),
        update(3, { kind: "customer_replied" }),
        update(4, { kind: "responded" }),
        update(5, { kind: "reopened" }),
        update(6, { kind: "closed" }),
      ],
      [0, 6, 6, [[2, 5]]],
    ],
    [
      "updates hold in the order of their numbers, and time does not go back",
      [
        update(0, { sequence: 0, state: "new" }),
        update(6, { sequence: 1, state: "resolved" }),
        update(5, { sequence: 2, state: "open" }),
      ],
      [0, null, null, [[6, 6]]],
    ],
    [
      "an update dated before the opening is out of place, and changes no state",
      [
        update(10, { sequence: 1, state: "open", openedAt: 10 * MINUTE }),
        update(20, { sequence: 2, state: "resolved" }),
        update(3, { sequence: 3, state: "open" }),
        update(30, { sequence: 3, state: "closed" }),
      ],
      [10, 20, 30, []],
    ],
    [
      "the system's own time of resolution counts if the last update tells it",
      [
        update(0, { state: "open" }),
        update(5, { state: "resolved", resolvedAt: 9 * MINUTE }),
        update(20, { state: "closed", resolvedAt: 9 * MINUTE }),
      ],
      [0, 9, 20, []],
    ],
    [
      "but not while it is still to come, nor while the case is open",
      [update(0, { state: "open", resolvedAt: 9 * MINUTE }), update(5, { state: "resolved", resolvedAt: 9 * MINUTE })],
      [0, 5, null, []],
    ],
  ])("%s", (_, updates, expected) => {
    expect(states(updates)).toEqual(expected);
  });
});

describe("what else updates tell", () => {
  test("waiting states are pauses until the next update that says another state", () => {
    const { pauses } = foldCase([
      update(0, { state: "open" }),
      update(1, { state: "waiting_customer" }),
      update(2, { state: "waiting_customer" }),
      update(3, { state: "waiting_other" }),
      update(5, { state: "resolved" }),
      update(6, { state: "waiting_customer" }),
    ]);

    expect(pauses.map(({ from, until, reason }) => [minutes(from), minutes(until), reason])).toEqual([
      [1, 3, "customer"],
      [3, 5, "other"],
      [6, null, "customer"],
    ]);
  });

  test("a pause for the customer ends with the customer's reply, another one does not", () => {
    const pausesFor = (pauseReason: "customer" | "other") =>
      foldCase([
        update(0, { kind: "opened" }),
        update(1, { kind: "paused", pauseReason }),
        update(2, { kind: "customer_replied" }),
        update(3, { kind: "resumed" }),
      ]).pauses.map(({ until }) => minutes(until));

    expect(pausesFor("customer")).toEqual([2]);
    expect(pausesFor("other")).toEqual([3]);
  });

  test("an acknowledgement is no response, and a request for information no solution", () => {
    const told = foldCase([
      update(0, { kind: "opened" }),
      update(1, { kind: "acknowledged" }),
      update(2, { kind: "information_requested" }),
      update(3, { kind: "solution_offered" }),
    ]);

    expect([minutes(told.firstResponseAt), minutes(told.firstSolutionAt)]).toEqual([2, 3]);
    expect([told.contacts, told.agentInteractions, told.escalations]).toEqual([1, 2, 0]);
  });

  test("each person who gets the case has an assignment, answered once", () => {
    const { assignments, personId } = foldCase([
      update(0, { kind: "assigned", personId: "anna" }),
      update(1, { kind: "information_requested", personId: "anna" }),
      update(2, { kind: "solution_offered", personId: "anna" }),
      update(3, { kind: "assigned", personId: "anna" }),
      update(4, { kind: "updated", personId: "ben" }),
      update(5, { kind: "solution_offered" }),
    ]);

    expect(
      assignments.map((one) => [one.personId, minutes(one.assignedAt), minutes(one.respondedAt), one.response]),
    ).toEqual([
      ["anna", 0, 1, "information"],
      ["anna", 3, null, null],
      ["ben", 4, 5, "solution"],
    ]);
    expect(personId).toBe("ben");
  });

  test("running counts go before counted events, and the latest word before earlier ones", () => {
    const told = foldCase([
      update(0, { kind: "opened", priority: "low", withinTarget: true, escalations: 1 }),
      update(1, { kind: "escalated", priority: "high" }),
      update(2, { kind: "customer_replied", withinTarget: false }),
    ]);

    expect(told).toMatchObject({
      priority: "high",
      withinTarget: false,
      escalations: 1,
      contacts: 2,
      agentInteractions: null,
    });
  });

  test("nothing is counted of a log that knows states only", () => {
    expect(foldCase([update(0, { state: "new" })])).toMatchObject({
      escalations: null,
      contacts: null,
      agentInteractions: null,
    });
  });
});

test("the order in which updates come changes nothing", () => {
  const random = seeded(7);
  const kinds = [
    "opened",
    "assigned",
    "solution_offered",
    "resolved",
    "reopened",
    "closed",
    "paused",
    "resumed",
  ] as const;
  for (let round = 0; round < 200; round += 1) {
    const updates = Array.from({ length: 8 }, (_, i) =>
      update(Math.floor(random() * 5), {
        externalId: `e${i}`,
        kind: kinds[Math.floor(random() * kinds.length)]!,
        sequence: random() < 0.5 ? Math.floor(random() * 3) : null,
        personId: random() < 0.3 ? "anna" : null,
      }),
    );
    const shuffled = updates
      .map((one) => [random(), one] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one);

    expect(foldCase(shuffled)).toEqual(foldCase(updates));
  }
});
