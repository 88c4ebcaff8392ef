import type { BaseIssue, Config, GenericSchema } from 'valibot'
import type { Check } from '../check.ts'
import type { Operation } from '../operation.ts'
import type { ValidationMode } from '../options.ts'
import { type Part, ValidationError, type ValidationIssue } from '../validation-error.ts'
import type { CheckConfig } from './config.ts'

/**
 * Makes the check of a transport out of an operation table. What passes comes back normalised (keys as text).
 *
 * @returns undefined for mode `off`.
 */
export function createCheck(operations: readonly Operation[], mode: ValidationMode): Check | undefined {
  if (mode === 'off') return undefined
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  const config: CheckConfig & Config<BaseIssue<unknown>> = { strict: mode === 'strict', message: tell }

  const parse = (operation: Operation, part: Part, schema: GenericSchema, value: unknown, at?: string): unknown => {
    // Not `safeParse`: it hands down only the options that valibot knows, and those of the whole program.
    const result = schema['~run']({ value }, config)
    if (!result.issues) return result.value
    throw new ValidationError(
      operation.id,
      part,
      result.issues.map((issue) => toIssue(issue, at)),
    )
  }

  return (route, part, value) => {
    const operation = byId.get(route.id)
    if (!operation) return value
    if (part === 'params') {
      const schemas = Object.entries(operation.params ?? {})
      return (value as readonly unknown[]).map((param, index) => {
        const [name, schema] = schemas[index] ?? []
        return schema ? parse(operation, part, schema, param, name) : param
      })
    }
    const schema = operation[part]
    return schema ? parse(operation, part, schema, value) : value
  }
}

/** valibot's own messages quote the value that was found; these do not. */
function tell(issue: BaseIssue<unknown>): string {
  if (issue.path?.at(-1)?.origin === 'key') return 'is missing'
  return issue.expected ? `has to be ${issue.expected}` : 'is not valid'
}

function toIssue(issue: BaseIssue<unknown>, at: string | undefined): ValidationIssue {
  const path = issue.path?.map((item) => String(item.key)) ?? []
  return { path: (at === undefined ? path : [at, ...path]).join('.'), message: issue.message }
}
