import { isKnownName } from './variable-names.ts'

/** What a text says, line by line. */
export interface ParsedVariables {
  readonly entries: [name: string, value: string, line: number][]
  /** The lines that are neither variable nor comment, or whose quotes do not match. */
  readonly skipped: number[]
}

const IGNORED = /^\s*([#!;{}@]|---|$)/
const LINE = /^(\s*)(?:export\s|set\s|(\$env:))?\s*(["']?)([a-z_][\w.$/[\]-]*)\3\s*(=|:(?=\s|$))(.*)$/is
// A quoted value, with nothing behind it but a comment or what separates statements and members. Each character has one way to
// match, so that nothing is tried twice.
const QUOTED = /^(?:'((?:[^']|''|'\\'')*)'|"((?:[^"\\]|\\.)*)")\s*([;,]\s*)?(#.*)?$/s
const POWERSHELL = /^(?:'((?:[^']|'')*)'|"((?:[^"`]|""|`.)*)")\s*([;,]\s*)?(#.*)?$/s

/**
 * Reads the lines of a shell script, a `.env` file, a PowerShell or cmd script, Spring `properties` or `yaml`, a JSON object: each
 * line as it looks, so that mixtures are read as well. Nested YAML names are joined by dots.
 */
export function parseVariables(text: string): ParsedVariables {
  const entries: [string, string, number][] = []
  const skipped: number[] = []
  let parents: { indent: number; name: string }[] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (IGNORED.test(line)) continue
    const [, indent = '', powershell, , name, separator, rest = ''] = LINE.exec(line) ?? []
    const isYaml = separator === ':'
    const isProperty = !isYaml && name?.includes('.')
    parents = parents.filter((parent) => isYaml && parent.indent < indent.length)
    const path = [...parents.map((parent) => parent.name), name].join('.')
    const raw = rest.trim()
    const [quoted, single, double = ''] = (powershell ? POWERSHELL : QUOTED).exec(raw) ?? []
    if (quoted !== undefined) {
      const value =
        single?.replace(/''|'\\''/g, "'") ??
        (powershell
          ? double.replace(/""|`(.)/gs, (_, escaped) => escaped ?? '"')
          : isYaml || isProperty
            ? unescapeText(double)
            : double.replace(/\\(["\\$`])/g, '$1'))
      entries.push([path, value, index + 1])
    } else if (!name || (isKnownName(path) && /^["'[{|>&*!]/.test(raw))) {
      skipped.push(index + 1)
    } else {
      const value = isProperty ? unescapeText(rest.trimStart()) : rest.replace(/\s#.*/s, '').trim()
      if (isYaml && /^(~|null)?$/.test(value)) parents.push({ indent: indent.length, name })
      else entries.push([path, value, index + 1])
    }
  }
  return { entries, skipped }
}

/** Takes the backslashes out, as Java properties and double-quoted YAML do. */
function unescapeText(text: string): string {
  return text.replace(/\\(u[\da-fA-F]{4}|.)/gs, (whole, plain) =>
    plain[1] || /[nrtf]/.test(plain) ? JSON.parse(`"${whole}"`) : plain,
  )
}
