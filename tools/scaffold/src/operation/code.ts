import { toEntries, toInterface } from './members.ts'
import type { Plan } from './plan.ts'

/** In what the three API packages differ when it comes to types and schemas. */
export interface Style {
  /** The schema of a member that an answer may lack, and the type that it has then. */
  readonly missing: readonly [schema: string, type: string]
  /** Before the members of an answer's interface. */
  readonly mark: string
  /** The type of a path parameter. */
  paramType(name: string): string
}

/** Text as a literal; the formatter chooses the quotes. */
const literal = (text: string): string => JSON.stringify(text)

export const bodyType = ({ typeName }: Plan): string => `${typeName}Body`

/** The type of what the method gives. */
export function answerType({ answer, typeName }: Plan): string {
  if (answer === 'none') return 'void'
  return answer === 'text' ? 'string' : `${typeName}Result`
}

/** The names of the interfaces that the operation brings. */
export function typeNames(plan: Plan): string[] {
  return [...(plan.body ? [bodyType(plan)] : []), ...(Array.isArray(plan.answer) ? [answerType(plan)] : [])]
}

export const typesFile = ({ verb, typeName }: Plan): string =>
  `${typeName.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}` || verb

export function typesCode(plan: Plan, { missing, mark }: Style): string {
  const { id, body, answer } = plan
  const parts: string[] = []
  if (body) parts.push(toInterface(bodyType(plan), `What \`${id}\` takes.`, body, ' | undefined', 'readonly '))
  if (Array.isArray(answer))
    parts.push(toInterface(answerType(plan), `What \`${id}\` gives.`, answer, missing[1], mark))
  return parts.join('\n')
}

export function routeCode({ id, verb, method, path, body, answer, isSafe }: Plan): string {
  const more = [
    ...(body ? [`takes: 'body'`] : []),
    ...(Array.isArray(answer) ? [] : [`answer: '${answer}'`]),
    ...(isSafe ? ['safe: true'] : []),
  ]
  return `  ${verb}: { ${[`id: '${id}'`, `method: '${method}'`, `path: '${path}'`, ...more].join(', ')} },`
}

/** Camunda names some parameters by the form of their value; ours are named by what they are. */
const paramName = (name: string): string => name.replace(/Uuid$/, 'Id')

export function methodCode(plan: Plan, { paramType }: Style, prefix = ''): string {
  const { verb, method, path, params, body, summary, permission } = plan
  const parameters = [
    ...params.map((name) => `${paramName(name)}: ${paramType(name)}`),
    ...(body ? [`body: ${bodyType(plan)}`] : []),
    'options?: CallOptions',
  ]
  const doc = [`${summary}.`, '', `\`${method} ${prefix}${path}\`${permission ? `, permission ${permission}` : ''}.`]
  const comment = doc.map((line) => `   * ${line}`.trimEnd()).join('\n')
  return `\n  /**\n${comment}\n   */\n  ${verb}(${parameters.join(', ')}): Promise<${answerType(plan)}>`
}

/** A row of the operation table; `spread` is where its route and schemas come from. */
export function rowCode(
  { params, summary, permission }: Plan,
  spread: readonly string[],
  param: (name: string) => string,
  more: readonly string[] = [],
): string {
  const parts = [
    ...spread.map((name) => `...${name}`),
    `summary: ${literal(summary)}`,
    ...(permission ? [`permission: ${literal(permission)}`] : []),
    ...(params.length > 0 ? [`params: { ${params.map((name) => `${name}: ${param(name)}`).join(', ')} }`] : []),
    ...more,
  ]
  return `  { ${parts.join(', ')} },`
}

/** `const suspendBody: GenericSchema<unknown, SuspendBody> = closed({ … })`, and what it needs imported. */
export function schemaCode(
  plan: Plan,
  part: 'Body' | 'Answer',
  { missing }: Style,
): { code: string; primitives: string[] } {
  const members = part === 'Body' ? plan.body : Array.isArray(plan.answer) ? plan.answer : undefined
  if (!members) return { code: '', primitives: [] }
  const { code, primitives } = toEntries(members, part === 'Body' ? 'optional' : missing[0])
  const [shape, type] = part === 'Body' ? ['closed', bodyType(plan)] : ['object', answerType(plan)]
  return {
    code: `const ${plan.verb}${part}: GenericSchema<unknown, ${type}> = ${shape}(${code})\n\n`,
    primitives: [shape, ...primitives],
  }
}
