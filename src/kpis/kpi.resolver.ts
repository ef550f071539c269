import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { findKpi, KPIS } from "./catalogue/kpis";
import type { KpiDefinition, Language } from "./kpi-definition";
import { versionsByKpi } from "./kpi.loaders";
import { KpiDialectType, KpiType, KpiVersionType, LanguageEnum } from "./kpi.type";

const inLanguage = { defaultValue: LanguageEnum.EN, description: "English where none is given." };

@Resolver(() => KpiType)
export class KpiResolver {
  @Query(() => [KpiType], { description: "Every KPI of the catalogue, in the order in which they are shown." })
  kpis(): readonly KpiDefinition[] {
    return KPIS;
  }

  @Query(() => KpiType, { nullable: true, description: "The KPI of a code; null when there is none." })
  kpi(@Arg("code", () => String, { description: "As in `Kpi.code`." }) code: string): KpiDefinition | null {
    return findKpi(code) ?? null;
  }

  @FieldResolver(() => String, { description: "Name for people." })
  name(@Root() kpi: KpiDefinition, @Arg("language", () => LanguageEnum, inLanguage) language: Language): string {
    return kpi.names[language];
  }

  @FieldResolver(() => String, { description: "What it means, in a sentence." })
  description(@Root() kpi: KpiDefinition, @Arg("language", () => LanguageEnum, inLanguage) language: Language): string {
    return kpi.descriptions[language];
  }

  @FieldResolver(() => Boolean, {
    description: "Whether only channels count on which the customer waits for the answer, such as phone and chat.",
  })
  isLiveOnly(@Root() kpi: KpiDefinition): boolean {
    return kpi.channels === "live";
  }

  @FieldResolver(() => [KpiVersionType], { description: "Its definitions so far, the latest first." })
  async versions(@Root() kpi: KpiDefinition, @Ctx() ctx: ApiContext): Promise<KpiVersionType[]> {
    const versions = await ctx.loader(versionsByKpi).load(kpi.code);
    return versions.map((one) => ({ ...one, dialects: one.definition.dialects }));
  }
}

@Resolver(() => KpiDialectType)
export class KpiDialectResolver {
  @FieldResolver(() => String, { description: "Numerator ÷ denominator, in words of measures." })
  formula(@Root() { numerator, denominator }: KpiDialectType): string {
    return denominator === null ? numerator : `${side(numerator)} ÷ ${side(denominator)}`;
  }
}

/** In brackets only where there is more than one measure. */
const side = (formula: string): string => (/[+−-]/.test(formula) ? `(${formula})` : formula);
