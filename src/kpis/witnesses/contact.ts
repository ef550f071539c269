import type { ContactFacts } from "../measure-definition";

const OUTCOMES = ["answered", "abandoned", "flow_out", "callback", "breakout"] as const;
const DAY = 86_400_000;

/** Contacts of every outcome and wait, of known and unknown customers, with and without neighbours near and far. */
export const contactWitnesses = (limits: readonly number[]): ContactFacts[] =>
  OUTCOMES.flatMap((outcome) =>
    [null, 0, ...limits].flatMap((waitSeconds) =>
      [null, "customer"].flatMap((customerRef) =>
        [null, -DAY, -90 * DAY].flatMap((previousLastAt) =>
          [null, DAY, 91 * DAY].flatMap((nextOfferedAt) =>
            [null, false, true].map((transferred) => ({
              ...{ outcome, waitSeconds, customerRef, previousLastAt, nextOfferedAt, transferred },
              ...{ talkSeconds: null, holdSeconds: null, wrapSeconds: null, offeredAt: 0, lastAt: 0 },
            })),
          ),
        ),
      ),
    ),
  );
