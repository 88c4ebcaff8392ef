import type { BaseIssue, Config, GenericSchema } from 'valibot'
import type { Check } from '../check.ts'
import type { Operation } from '../operation.ts'
import type { ValidationMode } from '../options.ts'
import { type Part, ValidationError } from '../validation-error.ts'
import { checkMode } from '../validation-mode.ts'
import type { CheckConfig } from './config.ts'

/** How many issues of a response are collected, about. */
const MOST_ISSUES = 100

/** What a check reads of an operation's row. */
export type CheckedOperation = Pick<Operation, 'id' | 'params' | 'query' | 'body' | 'response'>

/** Schemas by the name of a resource in the client and the name of its method: together they are an operation's id. */
export type ResourceSchemas = Readonly<
  Record<string, Readonly<Record<string, Omit<CheckedOperation, 'id'> | undefined>>>
>

/** What a client checks, without the words of the table, which would weigh on every bundle. */
export function checkedOperations(resources: ResourceSchemas): CheckedOperation[] {
  return Object.entries(resources).flatMap(([resource, operations]) =>
    Object.entries(operations).map(([verb, schemas]) => ({ id: `${resource}.${verb}`, ...schemas })),
  )
}

/**
 * Makes the check of a transport out of an operation table. What passes comes back normalised (keys as text).
 *
 * In `lenient` mode a request body may lack members: the compiler insists on them, and the server says in words which it
 * wants. Those that are {@link required} it must not lack.
 *
 * @returns undefined for mode `off`
 * @throws `RestError` with code `config_invalid` for any other mode, such as `false`
 */
export function createCheck(operations: readonly CheckedOperation[], mode: ValidationMode): Check | undefined {
  if (checkMode(mode) === 'off') return undefined
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  const strict = mode === 'strict'
  const config: CheckConfig & Config<BaseIssue<unknown>> = { strict, message: tell }
  const ofResponses = { ...config, mostIssues: MOST_ISSUES }

  const parse = (operation: string, part: Part, schema: GenericSchema, value: unknown, ...at: string[]): unknown => {
    // Not `safeParse`: it hands down only the options that valibot knows, and those of the whole program.
    const result = schema['~run']({ value }, part === 'response' ? ofResponses : config)
    const issues = (result.issues ?? []).filter((issue) => strict || part !== 'body' || !isMissing(issue))
    if (issues.length === 0) return result.value
    throw new ValidationError(
      operation,
      part,
      issues.map(({ path = [], message }) => ({ path: [...at, ...path.map((item) => item.key)].join('.'), message })),
    )
  }

  return ({ id }, part, value) => {
    const operation = byId.get(id)
    if (part === 'params') {
      const schemas = Object.entries(operation?.params ?? {})
      return (value as readonly unknown[]).map((param, index) => {
        const [name, schema] = schemas[index] ?? []
        return schema ? parse(id, part, schema, param, name as string) : param
      })
    }
    const schema = operation?.[part]
    return schema ? parse(id, part, schema, value) : value
  }
}

function isMissing(issue: BaseIssue<unknown>): boolean {
  return issue.path?.at(-1)?.origin === 'key'
}

/** valibot's own messages quote the value that was found; these do not. */
function tell(issue: BaseIssue<unknown>): string {
  if (isMissing(issue)) return 'is missing'
  return issue.expected ? `must be ${issue.expected}` : 'is not valid'
}
