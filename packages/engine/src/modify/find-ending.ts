import { type ElementInstance, TERMINATING } from '../state/element-instance.ts'

/**
 * Returns everything that ends: what is terminated, and the scopes in which nothing is left and nothing is activated.
 * Of nested scopes, only the outermost is returned.
 */
export function findEnding(
  terminated: ReadonlySet<ElementInstance>,
  needed: ReadonlySet<ElementInstance>,
): ElementInstance[] {
  const ending = new Set(terminated)
  // Iterating over a set also yields what is added during the iteration.
  for (const { parent } of ending) {
    if (parent === undefined || needed.has(parent) || hasTokens(parent)) continue
    if ([...(parent.live?.children ?? [])].every((child) => ending.has(child) || child.phase >= TERMINATING))
      ending.add(parent)
  }
  return [...ending].filter(({ parent }) => !isWithin(parent, ending))
}

/** Whether tokens wait for others at a gateway in this scope. */
function hasTokens({ live }: ElementInstance): boolean {
  return live?.tokens !== undefined && live.tokens.size > 0
}

function isWithin(instance: ElementInstance | undefined, scopes: ReadonlySet<ElementInstance>): boolean {
  return instance !== undefined && (scopes.has(instance) || isWithin(instance.parent, scopes))
}
