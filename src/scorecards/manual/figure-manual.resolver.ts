import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import type { KpiDefinition, Language } from "../../kpis/kpi-definition";
import { display } from "../../kpis/kpi-display.rules";
import { LanguageEnum } from "../../kpis/kpi.type";
import { FigureType } from "../figure.type";
import type { FigureView } from "../scorecard-view";
import { FigureSourceEnum, ManualMarkType, MeasuredBesideType, type FigureSource } from "./manual-value.type";

interface MeasuredBeside extends MeasuredBesideType {
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

@Resolver(() => FigureType)
export class FigureManualResolver {
  @FieldResolver(() => FigureSourceEnum, { description: "Whether it was measured, or entered by somebody." })
  source(@Root() { manual }: FigureView): FigureSource {
    return manual === null ? "measured" : "manual";
  }

  @FieldResolver(() => ManualMarkType, {
    nullable: true,
    description: "Who entered it, why, and what was measured; null for what was measured.",
  })
  manual(@Root() { manual, value, kpi, clock }: FigureView): ManualMarkType | null {
    if (manual === null || value === null) return null;
    const measured: MeasuredBeside = { ...manual.measured, kpi, currency: clock.currency };
    return { ...manual, value, enteredAt: new Date(manual.enteredAt), measured };
  }
}

@Resolver(() => MeasuredBesideType)
export class MeasuredBesideResolver {
  @FieldResolver(() => String, { description: "The measured value for people; `–` where there is none." })
  display(
    @Root() { kpi, value, currency }: MeasuredBeside,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    return display(kpi, value, language, currency);
  }
}
