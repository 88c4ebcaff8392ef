/**
 * Why an expression, or a part of it, is null. In Camunda the evaluation does not fail; the warnings are added to the
 * message of the incident that the null causes, for example at a gateway.
 */
export interface FeelWarning {
  /** Camunda's name of the cause. */
  readonly type:
    | 'NO_VARIABLE_FOUND'
    | 'NO_CONTEXT_ENTRY_FOUND'
    | 'NO_PROPERTY_FOUND'
    | 'NOT_COMPARABLE'
    | 'INVALID_TYPE'
    | 'NO_FUNCTION_FOUND'
    | 'FUNCTION_INVOCATION_FAILURE'
    | 'UNKNOWN'
  readonly message: string
}

interface Collector {
  readonly warnings: FeelWarning[]
  /** Removes and returns what feelin has reported since the previous call. */
  drain(): readonly FeelWarning[]
}

// Evaluation is synchronous, so the functions that it calls report to the running evaluation.
let current: Collector | undefined

/** Adds a warning to the running evaluation and returns null, which is what the failed part evaluates to. */
export function warn(type: FeelWarning['type'], message: string): null {
  // What feelin reported earlier comes first.
  current?.warnings.push(...current.drain(), { type, message })
  return null
}

/**
 * Runs one evaluation and collects its warnings, including feelin's, in the order of their occurrence. A function of a
 * decision may evaluate expressions within an evaluation.
 */
export function collectWarnings<T>(
  evaluate: () => T,
  drain: Collector['drain'],
): { value: T; warnings: readonly FeelWarning[] } {
  const outer = current
  const warnings: FeelWarning[] = []
  current = { warnings, drain }
  try {
    const value = evaluate()
    warnings.push(...drain())
    return { value, warnings }
  } finally {
    current = outer
  }
}
