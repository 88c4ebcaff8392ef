import { isKnownName } from './variable-names.ts'
import type { Entry } from './variables.ts'

// In all patterns each character has one way to match, so that nothing is tried twice and time is linear. The length of names
// is bounded because nested ones are joined.
const IGNORED = /^[\s{}[\],;]*([#!;@]|---|[\w.-]+\]\s*$|$)/
/** Where one of Camunda's variables begins after something else. */
const NEXT = /[\s,;{&](?=["']?(?:camunda|zeebe)[\w.-]*["']?\s*[:?+]?[=:])/i
const STATEMENT =
  /^[\s{]*(?:environment=|(\$\{?env:)|(?:[\w-]+\s+)*)(["']?)([a-z_][\w.$/[\]-]{0,199})(\2?)\}?\s*([:?+]?=|:(?=[\s"']|$))(.*)$/is
/** A quoted value, with nothing after it but a comment or what separates statements and members. */
const QUOTED = /^\$?(?:'((?:[^']|''|'\\'')*)'|"((?:[^"\\]|\\.)*)")[\s;,}]*(#.*|\\)?$/s
const POWERSHELL = /^\$?(?:'((?:[^']|''|'\\'')*)'|"((?:[^"`]|""|`.)*)")[\s;,}]*(#.*|\\)?$/s
/** A list, a map or a block of YAML or JSON, which is not taken apart. */
const STRUCTURE = /^[[{|>&*!]/
/** Whatever looks like the name of a variable, but for references to one. */
const MENTION = /(?<![\w${])[A-Z]+_[A-Z_]+/

/**
 * Reads a shell script, a `.env` file, a PowerShell or cmd script, Spring `properties` or `yaml`, JSON, Compose and the like: each
 * line as it looks, so that mixtures are read as well. Nested YAML names are joined by dots. What could not be read and is or may
 * be about one of Camunda's variables has no value.
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
      // What is before the first of Camunda's variables: `export`, `set "`, the dash of a list.
      if (!name && statement !== line && !/[=:]/.test(statement)) continue
      const isYaml = separator === ':'
      const isText = isYaml || name.includes('.')
      parents = parents.filter(([depth]) => isYaml && statement === line && depth < indent)
      const path = [...parents.map(([, parent]) => parent), name].join('.')
      const raw = rest.trim().slice(0, open && !close ? -1 : undefined)
      const [quoted, single, double = ''] = (powershell ? POWERSHELL : QUOTED).exec(raw) ?? []
      let value: string | undefined = quoted
        ? (single?.replace(/''|'\\''/g, "'") ??
          (isText ? unescapeText(double) : double.replace(powershell ? /`(.)|"(")/gs : /\\(["\\$`])()/g, '$1$2')))
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
        // Where a secret without quotes ends is not clear: a command may follow.
        if (STRUCTURE.test(raw) || /["']/.test(raw) || (/secret$/i.test(path) && /\s/.test(value))) value = undefined
      }
      if (name) add(path, value)
      const [mention = 'text'] = MENTION.exec(statement) ?? []
      const isMissed = isKnownName(mention) || (/^(camunda|zeebe)/i.test(path) && STRUCTURE.test(raw))
      if (!name || (!isKnown && isMissed)) add(mention)
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
