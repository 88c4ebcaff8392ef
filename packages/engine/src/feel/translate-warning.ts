import type { FeelBody } from './compile.ts'
import { variablePrefix } from './translate/translator.ts'
import { format, typeOf } from './values.ts'
import type { FeelWarning } from './warnings.ts'

type FeelinWarning = FeelBody['warnings'][number]

/** Translates a feelin warning into Camunda's words, with the names from the expression. */
export function translateWarning(warning: FeelinWarning, body: FeelBody, variables: readonly string[]): FeelWarning {
  switch (warning.type) {
    case 'NO_VARIABLE_FOUND':
      return { type: 'NO_VARIABLE_FOUND', message: `No variable found with name '${nameIn(warning, body, variables)}'` }
    case 'NO_FUNCTION_FOUND':
      return { type: 'NO_FUNCTION_FOUND', message: `No function found with name '${nameIn(warning, body, variables)}'` }
    case 'NO_CONTEXT_ENTRY_FOUND':
    case 'NO_PROPERTY_FOUND':
      return noEntry(/'(.*?)' not found/.exec(warning.message)?.[1] ?? '', warning.details.values.target)
    default:
      return { type: 'UNKNOWN', message: warning.message }
  }
}

/** The name of the variable that the warning is about, or that is not a function. */
function nameIn({ position }: FeelinWarning, { text }: FeelBody, variables: readonly string[]): string {
  const written = text.slice(position.from, position.to).split('(')[0]?.trim() ?? ''
  const index = written.startsWith(variablePrefix) ? Number(written.slice(variablePrefix.length)) : Number.NaN
  return variables[index] ?? written
}

function noEntry(key: string, target: unknown): FeelWarning {
  const type = typeOf(target)
  if (type !== 'context' && type !== 'null') {
    return { type: 'NO_PROPERTY_FOUND', message: `No property found with name '${key}' of value '${format(target)}'.` }
  }
  const keys = Object.keys(target ?? {}).map((name) => `'${name}'`)
  const known = keys.length === 0 ? 'The context is empty' : `Available keys: ${keys.join(', ')}`
  const detail = type === 'null' ? 'The context is null' : known
  return { type: 'NO_CONTEXT_ENTRY_FOUND', message: `No context entry found with key '${key}'. ${detail}` }
}
