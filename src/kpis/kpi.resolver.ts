import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { clientById, type ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import { NIL_ID } from "../shared/ids";
import { allKpis, findKpi } from "./catalogue/kpis";
import { ownDefinitions } from "./catalogue/own";
import type { Dialect, KpiDefinition, Language } from "./kpi-definition";
import { versionsByKpi } from "./kpi.loaders";
import { KpiDialectType, KpiType, KpiVersionType, LanguageEnum } from "./kpi.type";

const inLanguage = { defaultValue: LanguageEnum.EN, description: "English where none is given." };

@Resolver(() => KpiType)
export class KpiResolver {
  @Query(() => [KpiType], {
    description: "Every KPI: the built-in ones in the order in which they are shown, then those of one's own by code.",
  })
  kpis(): readonly KpiDefinition[] {
    return allKpis();
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

  @FieldResolver(() => Boolean, { description: "Whether operators defined it, for the house or for one client." })
  isOwn(@Root() kpi: KpiDefinition): boolean {
    return ownDefinitions().kpis.has(kpi.code);
  }

  @FieldResolver(() => ClientType, {
    nullable: true,
    description: "The client whose own it is; null: built in, or of the house for every client.",
  })
  client(@Root() kpi: KpiDefinition, @Ctx() ctx: ApiContext): Promise<ClientRow | undefined> | null {
    const owner = ownDefinitions().kpis.get(kpi.code)?.clientId;
    return owner === undefined || owner === NIL_ID ? null : ctx.loader(clientById).load(owner);
  }

  @FieldResolver(() => [LanguageEnum], {
    description: "Languages in which name or description are in English, because nobody wrote them in that language.",
  })
  untranslated(@Root() kpi: KpiDefinition): Language[] {
    return [...(ownDefinitions().kpis.get(kpi.code)?.untranslated ?? [])];
  }

  @FieldResolver(() => [KpiVersionType], { description: "Its definitions so far, the latest first." })
  async versions(@Root() kpi: KpiDefinition, @Ctx() ctx: ApiContext): Promise<KpiVersionType[]> {
    const versions = await ctx.loader(versionsByKpi).load(kpi.code);
    return versions.map((one) => ({ ...one, dialects: one.definition.dialects }));
  }
}

@Resolver(() => KpiDialectType)
export class KpiDialectResolver {
  @FieldResolver(() => String, {
    description: "Numerator ÷ denominator, in words of measures; where nothing is measured, of what it comes from.",
  })
  formula(@Root() { numerator, denominator, worth }: Dialect): string {
    if (worth) return worth.formula;
    return denominator === null ? numerator : `${side(numerator)} ÷ ${side(denominator)}`;
  }
}

/** In brackets only where there is more than one name. */
const side = (formula: string): string => (/[-+−*/]/.test(formula) ? `(${formula})` : formula);
