import { isCamundaName, isKnownName } from './variable-names.ts'
import type { Entry } from './variables.ts'

// In all patterns, each character can match in one way only, so nothing is tried twice and time is linear. The length
// of names is limited because nested ones are joined.
const IGNORED = /^[\s{}[\],;]*([#!;@]|---|[\w.-]+\]\s*$|$)/
/** The start of one of Camunda's variables after something else. */
const NEXT = /[\s,;{&](?=["']?(?:camunda|zeebe)[\w.-]*["']?\s*[:?+]?[=:])/i
const STATEMENT =
  /^[\s{]*(?:environment=|(\$\{?env:)|(?:[\w-]+\s+)*)(["']?)([a-z_][\w.$/[\]-]{0,199})(\2?)\}?\s*([:?+]?=|:(?=[\s"']|$))(.*)$/is
/** A quoted value, followed by nothing except a comment or a separator. */
const QUOTED = /^\$?(?:'((?:[^']|''|'\\'')*)'|"((?:[^"\\]|\\.)*)")[\s;,}]*(#.*|\\)?$/s
const POWERSHELL = /^\$?(?:'((?:[^']|''|'\\'')*)'|"((?:[^"`]|""|`.)*)")[\s;,}]*(#.*|\\)?$/s
/** A list, a map or a block of YAML or JSON, which is not parsed further. */
const STRUCTURE = /^[[{|>&*!]/
/** Anything that looks like the name of a variable, except references to one. */
const MENTION = /(?<![\w${])[A-Z]+_[A-Z_]+/

/**
 * Reads a shell script, a `.env` file, a PowerShell or cmd script, Spring `properties` or `yaml`, JSON, Compose and the
 * like: each line on its own, so that mixtures are read as well. Nested YAML names are joined by dots. An entry without
 * a value is one of Camunda's variables, or may be one, that could not be read.
 */
export function parseVariables(text: string): Entry[] {
  const entries: Entry[] = []
  let parents: [indent: number, name: string][] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (IGNORED.test(line)) continue
    const add = (name: string, value?: string) => entries.push([name, value, index + 1])
    const indent = line.search(/\S/)
    for (const statement of line.split(NEXT)) {
      const [, powershell, open, name = '', close, separator, rest = ''] = STATEMENT.exec(statement) ?? []
      // Text before the first of Camunda's variables: `export`, `set "`, the dash of a list.
      if (!name && statement !== line && !/[=:]/.test(statement)) continue
      const isYaml = separator === ':'
      const isText = isYaml || name.includes('.')
      parents = parents.filter(([depth]) => isYaml && statement === line && depth < indent)
      const path = [...parents.map(([, parent]) => parent), name].join('.')
      const raw = rest.trim().slice(0, open && !close ? -1 : undefined)
      const [quoted, single, double = ''] = (powershell ? POWERSHELL : QUOTED).exec(raw) ?? []
      let value: string | undefined = quoted
        ? (single?.replace(/''|'\\''/g, "'") ??
          (isText ? unescapeText(double) : double.replace(powershell ? /["`](.)/gs : /\\(["\\$`])/g, '$1')))
        : isText && !isYaml
          ? unescapeText(rest.trimStart())
          : raw.replace(/\s#.*/s, '').trim()
      if (!quoted && isYaml && /^(~|null)?$/.test(value)) {
        parents.push([indent, name])
        continue
      }
      const isKnown = isKnownName(path)
      if (!quoted && isKnown) {
        value = value.replace(/[;,}\\]$/, '').trim()
        // It is unclear where a secret without quotes ends: a command may follow.
        if (STRUCTURE.test(raw) || /["']/.test(raw) || (/secret$/i.test(path) && /\s/.test(value))) value = undefined
      }
      if (name) add(path, value)
      const [mention = 'text'] = MENTION.exec(statement) ?? []
      if (!name || (!isKnown && (isKnownName(mention) || (isCamundaName(path) && STRUCTURE.test(raw))))) add(mention)
    }
  }
  return entries
}

/** Resolves backslashes as Java properties and double-quoted YAML do. */
function unescapeText(text: string): string {
  return text.replace(/\\(u[\da-fA-F]{4}|.)/gs, (whole, plain) =>
    /..|[nrtf]/.test(plain) ? JSON.parse(`"${whole}"`) : plain,
  )
}
