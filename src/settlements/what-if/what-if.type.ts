import { ObjectType } from "type-graphql";

@ObjectType("WhatIf", {
  simpleResolvers: true,
  description:
    "Each piece of arithmetic of contracts, for values you give: nothing is read of any client, nothing is kept. Open " +
    "to everyone who is signed in.",
})
export class WhatIfType {}
