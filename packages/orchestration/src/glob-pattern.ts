/** What stands for what in a glob; any other character stands for itself. */
const meanings: readonly (readonly [glob: RegExp, pattern: string])[] = [
  [/^\*\*\//, '(?:[^/]+/)*'],
  [/^\*\*/, '.*'],
  [/^\*/, '[^/]*'],
  [/^\?/, '[^/]'],
  [/^\{/, '(?:'],
  [/^\}/, ')'],
]

/** Converts a glob to a regular expression: `processes/**\/*.{bpmn,dmn}`. A leading `./` is ignored. */
export function globPattern(glob: string): RegExp {
  let rest = glob.replace(/^\.\//, '')
  let pattern = ''
  let depth = 0
  while (rest) {
    const [found, meaning] = meanings.find(([found]) => found.test(rest)) ?? [/^./s, undefined]
    const [text = ''] = found.exec(rest) ?? []
    if (text === '{') depth++
    if (text === '}') depth--
    pattern += meaning ?? (text === ',' && depth > 0 ? '|' : text.replace(/[.+^$()|[\]\\]/, '\\$&'))
    rest = rest.slice(text.length)
  }
  return new RegExp(`^${pattern}$`)
}
