import { aKpiAssignment } from "../assignments/kpi-assignment.builder";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import type { ObjectiveVersion } from "../objectives/objective-version.entity";
import type { Objective } from "../objectives/objective.entity";
import type { PeriodKind } from "../shared/period";
import { chosenTarget, type ObjectiveInForce } from "./target-choice.rules";

const kpi = resolveKpi({ kpiCode: "CSAT" });

const promised = (target: string, serviceId: string | null, measuredBy: PeriodKind = "month"): ObjectiveInForce => ({
  objective: { id: `objective-${target}`, serviceId, clause: "Annex B §2" } as Objective,
  version: { version: 3, target, measuredBy } as ObjectiveVersion,
  kpi,
});

const seeker = { kpi, serviceId: "phone", periodKind: "week" as const, assignment: null };

describe("the target of an item", () => {
  it("is the assignment's own before any objective's", () => {
    const assignment = aKpiAssignment({ clientId: "c", kpiCode: "CSAT", target: "0.95", id: "a", version: 2 });

    expect(chosenTarget({ ...seeker, assignment }, [promised("0.8", "phone")])).toEqual({
      target: "0.95",
      targetSource: { kind: "assignment", id: "a", version: 2, clause: null },
    });
  });

  it("is otherwise the objective's, with its clause", () => {
    const assignment = aKpiAssignment({ clientId: "c", kpiCode: "CSAT", target: null });

    expect(chosenTarget({ ...seeker, assignment }, [promised("0.8", null)])).toEqual({
      target: "0.8",
      targetSource: { kind: "objective", id: "objective-0.8", version: 3, clause: "Annex B §2" },
    });
  });

  it("is the service's before the contract's, and never another service's", () => {
    const all = [promised("0.7", "post"), promised("0.8", null, "week"), promised("0.9", "phone")];

    expect(chosenTarget(seeker, all).target).toBe("0.9");
    expect(chosenTarget({ ...seeker, serviceId: null }, all).target).toBe("0.8");
  });

  it("is that of the objective measured by this kind of period, before the first in the list", () => {
    const all = [promised("0.8", null, "month"), promised("0.75", null, "week")];

    expect(chosenTarget(seeker, all).target).toBe("0.75");
    expect(chosenTarget({ ...seeker, periodKind: "day" }, all).target).toBe("0.8");
  });

  it("is none when dialect or parameters differ", () => {
    const stricter = resolveKpi({ kpiCode: "CSAT", parameters: { topBoxes: 1 } });
    const closed = resolveKpi({ kpiCode: "CSAT", dialect: "CLOSED" });

    expect(chosenTarget({ ...seeker, kpi: stricter }, [promised("0.8", null)]).target).toBeNull();
    expect(chosenTarget({ ...seeker, kpi: closed }, [promised("0.8", null)]).targetSource).toBeNull();
  });
});
