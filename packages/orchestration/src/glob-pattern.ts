/** The special parts of a glob. Any other character is literal. */
const parts = /\*\*\/|\*\*|[*?{},]|\[([!^]?)([^\]/]+)\]|./gs

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
}

/**
 * Converts a glob to a regular expression: `processes/**\/*.{bpmn,dmn}`. A leading `./` is ignored.
 *
 * @throws `TypeError` for a bracket without its counterpart
 */
export function globPattern(glob: string): RegExp {
  const refuse = (bracket: string): never => {
    throw new TypeError(`The pattern ${glob} has a ${bracket} without its counterpart`)
  }
  let depth = 0
  const pattern = glob.replace(/^\.\//, '').replace(parts, (part: string, not?: string, set?: string) => {
    if (set) return `[${not ? '^/' : ''}${set.replace(/[\\^[]/g, '\\$&')}]`
    if (part === '[' || (part === '}' && depth === 0)) return refuse(part)
    if (part === '{') depth++
    if (part === '}') depth--
    if (part === ',' && depth > 0) return '|'
    return wildcards[part] ?? part.replace(/[.+^$()|\]\\]/, '\\$&')
  })
  return depth > 0 ? refuse('{') : new RegExp(`^${pattern}$`)
}
