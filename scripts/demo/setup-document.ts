/** One document of the setup, before it is written as YAML. */
export type SetupDocument = Readonly<Record<string, unknown>> & { readonly kind: string };
