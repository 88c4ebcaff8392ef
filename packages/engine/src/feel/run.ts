import { AssertionError } from './assertion-error.ts'
import type { FeelBody } from './compile.ts'
import type { EvaluationResult } from './expression.ts'
import { translateWarning } from './translate-warning.ts'
import { collectWarnings } from './warnings.ts'

/** Evaluates a compiled expression once. */
export function run(
  source: string,
  compileBody: () => FeelBody,
  variables: readonly string[],
  values: readonly unknown[],
): EvaluationResult {
  let message: string | undefined
  let body: FeelBody | undefined
  const evaluate = () => {
    try {
      body = compileBody()
      return body.apply(...values) ?? null
    } catch (error) {
      message = failureMessage(source, error)
      return null
    }
  }
  const drain = () =>
    body?.warnings.length
      ? body.warnings.splice(0).map((warning) => translateWarning(warning, body as FeelBody, variables))
      : none
  const { value, warnings } = collectWarnings(evaluate, drain)
  return message === undefined ? { ok: true, value, warnings } : { ok: false, message, warnings }
}

const none: readonly never[] = []

function failureMessage(source: string, error: unknown): string {
  const cause = error instanceof Error ? error.message : String(error)
  if (error instanceof AssertionError) return `Assertion failure on evaluate the expression '${source}': ${cause}`
  return `failed to evaluate expression '${source}': ${cause}`
}
