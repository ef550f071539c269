import type { Approver, ExclusionState, Side } from "./exclusion.rules";
import { stateAfter, type Saying } from "./exclusion-state.rules";

type Said = readonly [Side, Saying["step"]];

const after = (approvalBy: Approver, before: readonly Said[], [side, step]: Said): ExclusionState | string => {
  const state: ExclusionState = before.some(([, one]) => one === "refused")
    ? "refused"
    : approvedBy(approvalBy, before)
      ? "approved"
      : "requested";
  const events = before.map(([whose, what]) => ({ side: whose, step: what, actorName: "somebody" }));
  try {
    return stateAfter({ state, approvalBy, requestedSide: "ours" }, events, { side, step });
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const approvedBy = (approvalBy: Approver, before: readonly Said[]): boolean =>
  (approvalBy === "both" ? ["ours", "client"] : [approvalBy]).every((side) =>
    before.some(([whose, what]) => whose === side && what === "approved"),
  );

const OURS: Said = ["ours", "approved"];
const CLIENT: Said = ["client", "approved"];

test.each<readonly [Approver, readonly Said[], Said, string]>([
  ["both", [], OURS, "requested"],
  ["both", [], CLIENT, "requested"],
  ["both", [OURS], CLIENT, "approved"],
  ["both", [CLIENT], OURS, "approved"],
  ["both", [OURS], OURS, "EXCLUSION_ALREADY_SAID"],
  ["both", [OURS], ["client", "refused"], "refused"],
  ["ours", [], OURS, "approved"],
  ["ours", [], CLIENT, "NOT_YOUR_EXCLUSION"],
  ["client", [], OURS, "NOT_YOUR_EXCLUSION"],
  ["client", [], CLIENT, "approved"],
  ["client", [], ["ours", "withdrawn"], "withdrawn"],
  ["client", [], ["client", "withdrawn"], "NOT_YOUR_EXCLUSION"],
  ["client", [CLIENT], ["ours", "withdrawn"], "EXCLUSION_STATE_FORBIDS"],
  ["both", [["client", "refused"]], OURS, "EXCLUSION_STATE_FORBIDS"],
  ["both", [OURS, CLIENT], ["ours", "revoked"], "approved"],
  ["both", [OURS, CLIENT, ["client", "revoked"]], ["ours", "revoked"], "revoked"],
  ["client", [CLIENT], ["ours", "revoked"], "NOT_YOUR_EXCLUSION"],
  ["client", [CLIENT], ["client", "revoked"], "revoked"],
  ["both", [], ["ours", "revoked"], "EXCLUSION_STATE_FORBIDS"],
])("approval by %s, after %j, and now %j: %s", (approvalBy, before, now, expected) => {
  expect(after(approvalBy, before, now)).toBe(expected);
});
