import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/** What one document may ask for. Cost is limited separately, because it depends on the variables. */
export const LIMITS = { depth: 14, aliases: 30, directives: 30, tokens: 2_000, bodyBytes: 100 * 1024 } as const;

export const limitRules: readonly ValidationRule[] = [depthRule, aliasRule, directiveRule];

/** Introspection is exempt: its depth is fixed by the specification, and its breadth by the other limits. */
function depthRule(context: ValidationContext): ASTVisitor {
  const fragments = fragmentsOf(context.getDocument());
  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet, fragments, new Map());
      if (depth <= LIMITS.depth) return;
      const message = `The operation is ${depth} levels deep; ${LIMITS.depth} are allowed.`;
      context.reportError(tooMuch("DEPTH_LIMIT", message));
    },
  };
}

function aliasRule(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Field(node) {
      if (node.alias) count += 1;
    },
    Document: {
      leave: () => {
        const message = `The document has ${count} aliases; ${LIMITS.aliases} are allowed.`;
        if (count > LIMITS.aliases) context.reportError(tooMuch("ALIAS_LIMIT", message));
      },
    },
  };
}

function directiveRule(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Directive: () => void (count += 1),
    Document: {
      leave: () => {
        const message = `The document has ${count} directives; ${LIMITS.directives} are allowed.`;
        if (count > LIMITS.directives) context.reportError(tooMuch("DIRECTIVE_LIMIT", message));
      },
    },
  };
}

/** Apollo gives every error of validation its own code; `exceeded` becomes the code again when errors are formatted. */
const tooMuch = (exceeded: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { exceeded, remedy: "Ask for less at once, in several requests." } });

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

/** Each fragment is measured once, and one that contains itself (refused by another rule) counts as flat. */
function depthOf(set: SelectionSetNode, fragments: Fragments, known: Map<string, number>): number {
  const depths = set.selections.map((one) => {
    if (one.kind === Kind.INLINE_FRAGMENT) return depthOf(one.selectionSet, fragments, known);
    if (one.kind === Kind.FRAGMENT_SPREAD) return depthOfFragment(one.name.value, fragments, known);
    if (one.name.value.startsWith("__")) return 0;
    return 1 + (one.selectionSet ? depthOf(one.selectionSet, fragments, known) : 0);
  });
  return Math.max(0, ...depths);
}

function depthOfFragment(name: string, fragments: Fragments, known: Map<string, number>): number {
  const measured = known.get(name);
  const fragment = fragments.get(name);
  if (measured !== undefined || !fragment) return measured ?? 0;
  known.set(name, 0);
  const depth = depthOf(fragment.selectionSet, fragments, known);
  known.set(name, depth);
  return depth;
}
