import { isKnownName } from './variable-names.ts'
import type { Entry } from './variables.ts'

// In all patterns each character has one way to match, so that nothing is tried twice and time is linear.
const IGNORED = /^[\s{}[\],;]*([#!;@]|---|$)/
/** Where one of Camunda's variables begins after something else. */
const NEXT = /[\s,;{&](?=["']?(?:camunda|zeebe)[\w.-]*["']?\s*[:?+]?[=:])/i
const STATEMENT =
  /^\s*(?:(?:[\w-]+\s+)*|environment=|(\$\{?env:))(["']?)([a-z_][\w.$/[\]-]*)(\2?)\}?\s*([:?+]?=|:(?=[\s"']|$))(.*)$/is
/** A quoted value, with nothing after it but a comment or what separates statements and members. */
const QUOTED = /^\$?(?:'((?:[^']|''|'\\'')*)'|"((?:[^"\\]|\\.)*)")[\s;,}]*(#.*|\\)?$/s
const POWERSHELL = /^\$?(?:'((?:[^']|''|'\\'')*)'|"((?:[^"`]|""|`.)*)")[\s;,}]*(#.*|\\)?$/s

/**
 * Reads the lines of a shell script, a `.env` file, a PowerShell or cmd script, Spring `properties` or `yaml`, a JSON object: each
 * line as it looks, so that mixtures are read as well. Nested YAML names are joined by dots.
 */
export function parseVariables(text: string): Entry[] {
  const entries: Entry[] = []
  let parents: [indent: number, path: string][] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (IGNORED.test(line)) continue
    const indent = line.search(/\S/)
    for (const statement of line.split(NEXT)) {
      const [, powershell, open, name = '', close, separator, rest = ''] = STATEMENT.exec(statement) ?? []
      // What is before the first of Camunda's variables: `export`, `set "`, the dash of a list.
      if (!name && statement !== line) continue
      const isYaml = separator === ':'
      const isText = isYaml || name.includes('.')
      parents = parents.filter(([depth]) => isYaml && statement === line && depth < indent)
      const path = [...parents.map(([, parent]) => parent), name].join('.')
      const isKnown = isKnownName(path)
      const raw = rest.trim().slice(0, open && !close ? -1 : undefined)
      const [quoted, single, double = ''] = (powershell ? POWERSHELL : QUOTED).exec(raw) ?? []
      let value: string | undefined = quoted
        ? (single?.replace(/''|'\\''/g, "'") ??
          (isText ? unescapeText(double) : double.replace(powershell ? /`(.)|"(")/gs : /\\(["\\$`])()/g, '$1$2')))
        : isText && !isYaml
          ? unescapeText(rest.trimStart())
          : raw.replace(/\s#.*/s, '').trim()
      if (!quoted) {
        if (isYaml && /^(~|null)?$/.test(value)) {
          parents.push([indent, name])
          continue
        }
        if (isKnown) value = /^[[{|>&*!]|["']/.test(raw) ? undefined : value.replace(/[;,}\\]$/, '').trim()
      }
      entries.push([path || 'text', name ? value : undefined, index + 1])
    }
  }
  return entries
}

/** Takes the backslashes out, as Java properties and double-quoted YAML do. */
function unescapeText(text: string): string {
  return text.replace(/\\(u[\da-fA-F]{4}|.)/gs, (whole, plain) =>
    plain[1] || /[nrtf]/.test(plain) ? JSON.parse(`"${whole}"`) : plain,
  )
}
