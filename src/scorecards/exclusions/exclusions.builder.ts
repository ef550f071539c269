/** Sends a document to the API as somebody. */
type Ask = (
  source: string,
  variables?: Record<string, unknown>,
) => Promise<{
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at what came, whatever it is
  readonly data: any;
  readonly errors: readonly { readonly code: string }[];
}>;

const SHOWN = `id code kind state reason evidence fromAt untilAt channels approvalBy requestedByName requestedSide
  requestedAt approvedAt revokedAt services { code } objectives { code } contract { code }
  approvals { side by at } events { side step state actorName note }`;

/** A mutation about exclusions: the exclusion, the codes of what it refused, and errors above. */
export async function actOn(ask: Ask, name: string, input: object) {
  const kind =
    { requestExclusion: "RequestExclusion", approveExclusion: "ExclusionStep" }[name] ?? "ReasonedExclusionStep";
  const { data, errors } = await ask(
    `mutation ($input: ${kind}Input!) { ${name}(input: $input) {
      exclusion { ${SHOWN} } errors { code path message remedy } } }`,
    { input },
  );
  const payload = data?.[name];
  const refusals: { code: string; path: string[]; remedy: string }[] = payload?.errors ?? [];
  return { exclusion: payload?.exclusion, refusals, codes: refusals.map(({ code }) => code), errors };
}

export const REASON = "The power failed in the whole town.";

/** Of 1 June, local days, unless it says otherwise. */
export const request = (ask: Ask, more: object = {}) =>
  actOn(ask, "requestExclusion", {
    ...{ contract: "care", code: "FM-1", kind: "FORCE_MAJEURE", reason: REASON, evidence: ["grid report 7"] },
    ...{ firstDay: "2026-06-01", endDay: "2026-06-02" },
    ...more,
  });

/** Requested by ours and approved by both. */
export async function agreed(ours: Ask, client: Ask, more: object = {}) {
  const { exclusion } = await request(ours, more);
  await actOn(ours, "approveExclusion", { id: exclusion.id });
  return (await actOn(client, "approveExclusion", { id: exclusion.id })).exclusion;
}
