import { JobVariablesError } from './errors.ts'
import type { SchemaIssue, StandardSchema } from './standard-schema.ts'

const mostIssues = 5

/**
 * Parses the variables of a job.
 *
 * @throws JobVariablesError whose message names the variables and the rules, without values
 */
export async function parseVariables(schema: StandardSchema, variables: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(variables)
  if (!result.issues) return result.value
  const listed = result.issues.slice(0, mostIssues).map((issue) => describeIssue(issue, variables))
  const more = result.issues.length - listed.length
  const rest = more > 0 ? `; and ${more} more` : ''
  throw new JobVariablesError(`The variables do not match the schema of the worker: ${listed.join('; ')}${rest}`)
}

function describeIssue({ message, path = [] }: SchemaIssue, variables: unknown): string {
  const names = path.map((part) => (typeof part === 'object' ? part.key : part))
  const value = names.reduce<unknown>((parent, name) => Object(parent)[name], variables)
  const where = names.length > 0 ? `\`${names.map(String).join('.')}\`: ` : ''
  return where + withoutValue(message, value)
}

/** Libraries quote what they received, in words of their own; it may be a secret, and the message is stored and shown. */
function withoutValue(message: string, value: unknown): string {
  const rule = message.replace(/( but|,)? received .*$/s, '').replace(/ \(was .*\)$/s, '')
  const text = typeof value === 'object' || value === undefined || value === null ? '' : String(value)
  return text.length > 2 ? rule.replaceAll(text, '…') : rule
}
