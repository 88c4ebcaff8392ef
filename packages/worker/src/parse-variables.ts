import { JobVariablesError } from './errors.ts'
import type { SchemaIssue, StandardSchema } from './standard-schema.ts'

const mostIssues = 5

/** Shorter values occur in ordinary words. */
const shortestHidden = 2

/**
 * Parses the variables of a job.
 *
 * @throws JobVariablesError whose message names the variables and rules, without values
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

/** Removes the value from a library's message: it may be a secret, and the message is stored and shown. */
function withoutValue(message: string, value: unknown): string {
  const rule = message.replace(/((?: but|,)? received | \(was ).*$/s, '')
  return textsIn(value).reduce((text, part) => text.replaceAll(part, '…'), rule)
}

/**
 * Returns every text of a value that a message could quote, plain and as JSON; the longest first, because one may
 * contain another.
 */
function textsIn(value: unknown): string[] {
  const texts = new Set<string>()
  const visit = (part: unknown): void => {
    if (typeof part === 'object' && part !== null) for (const member of Object.entries(part).flat()) visit(member)
    else if (part !== undefined && part !== null) texts.add(String(part)).add(JSON.stringify(String(part)).slice(1, -1))
  }
  visit(value)
  return [...texts].filter(({ length }) => length > shortestHidden).sort((a, b) => b.length - a.length)
}
