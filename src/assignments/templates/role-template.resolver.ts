import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Language } from "../../kpis/kpi-definition";
import { LanguageEnum } from "../../kpis/kpi.type";
import type { Role, RoleScope } from "../../people/role.entity";
import { RoleScopeEnum, RoleType } from "../../people/role.type";
import type { ApiContext } from "../../platform/graphql/context";
import { define } from "../../platform/graphql/definition";
import { Payload, type Outcome } from "../../platform/graphql/mutation";
import { Decimal, LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";
import type { RoleTemplate, TemplateKpi } from "./role-template";
import { RoleTemplateService } from "./role-template.service";
import { ROLE_TEMPLATES } from "./role-templates";
import { PlacedInput } from "../placed-input.type";

@ObjectType("RoleTemplateKpi", { simpleResolvers: true, description: "A KPI of a role template." })
export class TemplateKpiType {
  @Field(() => String, { description: "Code of the KPI." })
  kpi!: string;

  @Field(() => Decimal, { description: "Those of a template total 100; 0 is shown but not scored." })
  weight!: string;

  @Field(() => String, { nullable: true, description: "The dialect; null: that in use, or the KPI's default." })
  dialect!: string | null;

  @Field(() => String, { description: "Which requirement asks for it. In English." })
  source!: string;
}

@ObjectType("RoleTemplate", {
  simpleResolvers: true,
  description: "A role as the house knows it, with the KPIs it is measured by; adopted with `adoptRoleTemplate`.",
})
export class RoleTemplateType {
  @Field(() => String, { description: "Unique: `team-lead`; the role's code unless another is chosen." })
  code!: string;

  @Field(() => RoleScopeEnum, { description: "Whose figures it answers for." })
  scope!: RoleScope;
}

const IN = { defaultValue: "en", description: "In which language." } as const;

@Resolver(() => RoleTemplateType)
export class RoleTemplateResolver {
  @Query(() => [RoleTemplateType], { description: "Roles ready to be adopted, from the floor upwards." })
  roleTemplates(): readonly RoleTemplate[] {
    return ROLE_TEMPLATES;
  }

  @FieldResolver(() => String, { description: "Name for people." })
  name(@Root() { names }: RoleTemplate, @Arg("language", () => LanguageEnum, IN) language: Language): string {
    return names[language];
  }

  @FieldResolver(() => String, { description: "What it answers for, in a sentence." })
  description(
    @Root() { descriptions }: RoleTemplate,
    @Arg("language", () => LanguageEnum, IN) language: Language,
  ): string {
    return descriptions[language];
  }

  @FieldResolver(() => [TemplateKpiType], { description: "What it is measured by." })
  kpis(@Root() { kpis }: RoleTemplate): TemplateKpiType[] {
    return kpis.map(({ weight, dialect, ...one }: TemplateKpi) => ({
      ...{ ...one, weight: String(weight), dialect: dialect ?? null },
    }));
  }
}

@InputType({ description: "A template, and where it is to hold." })
export class AdoptRoleTemplateInput extends PlacedInput {
  @Field(() => String, { description: "Code of the template." })
  template!: string;

  @Field(() => String, { nullable: true, description: "Code of the role. Left out: the template's." })
  role?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day. Left out, which needs a contract: its first day.",
  })
  validFrom?: Day | null;
}

@ObjectType({ simpleResolvers: true, description: "What the role now answers for." })
export class AdoptRoleTemplatePayload extends Payload {
  @Field(() => RoleType, { nullable: true, description: "Null when refused." })
  role?: Role | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of KPIs it did not answer for before; null when refused.",
  })
  assigned?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of KPIs it answered for at this place already: they stay as they were. Null when refused.",
  })
  kept?: readonly string[] | null;
}

@Resolver()
export class AdoptRoleTemplateResolver {
  @Mutation(() => AdoptRoleTemplatePayload, {
    description:
      "Defines the role of a template, if there is none, and makes it answer for the template's KPIs. Needs WRITE_SETUP.",
  })
  adoptRoleTemplate(
    @Arg("input", () => AdoptRoleTemplateInput, { description: "Which, and where." }) input: AdoptRoleTemplateInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<AdoptRoleTemplatePayload>> {
    return define(ctx, { name: "adoptRoleTemplate", input }, (context, written) => {
      const { template, role = null, client = null, contract = null, service = null, validFrom = null } = written;
      const adoption = { template, role, client, contract, service, validFrom };
      return ctx.service(RoleTemplateService).adopt(ctx.tx, context, adoption);
    });
  }
}
