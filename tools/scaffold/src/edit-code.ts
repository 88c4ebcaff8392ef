import { ScaffoldError } from './workspace.ts'

/**
 * Adds an entry at the end of the object, array or interface that begins on the line with `opening`. Leans on the
 * formatter: a block on several lines ends where a line with the same indentation begins with its bracket.
 */
export function appendTo(text: string, opening: string, entry: string): string {
  const start = text.indexOf(opening)
  if (start < 0)
    throw new ScaffoldError(`Found no \`${opening}\` to add to: write this one by hand, or mend the script.`)
  const lineStart = text.lastIndexOf('\n', start) + 1
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(lineStart, lineEnd)
  const closing = /\s*[}\]]\)?( as const)?$/.exec(line)
  if (closing) {
    const before = line.slice(0, closing.index).replace(/,$/, '')
    return `${text.slice(0, lineStart)}${before}, ${entry.trim()} ${line.slice(closing.index).trim()}${text.slice(lineEnd)}`
  }
  const indent = /^ */.exec(line)?.[0] ?? ''
  const end = new RegExp(`^${indent}[}\\]]`, 'm').exec(text.slice(lineEnd))
  if (!end) throw new ScaffoldError(`Found no end of \`${opening}\`.`)
  const at = lineEnd + end.index
  return `${text.slice(0, at)}${entry}\n${text.slice(at)}`
}

/** Imports names, next to what is imported from there already. The formatter sorts them. */
export function addImport(text: string, from: string, names: readonly string[], kind: 'type' | 'value'): string {
  const known = new RegExp(`^import (type )?\\{([^}]*)\\} from '${from.replaceAll('.', '\\.')}'$`, 'm').exec(text)
  if (!known) return `import ${kind === 'type' ? 'type ' : ''}{ ${names.join(', ')} } from '${from}'\n${text}`
  const [statement, onlyTypes = '', list = ''] = known
  const there = list.split(',').map((name) => name.trim())
  const listed = (name: string): boolean => there.some((one) => one.replace(/^type /, '') === name)
  // A value among types: the types then say so one by one.
  const mixed = onlyTypes && kind === 'value'
  const old = there.filter(Boolean).map((name) => (mixed ? `type ${name}` : name))
  const added = names
    .filter((name) => !listed(name))
    .map((name) => (kind === 'type' && !onlyTypes ? `type ${name}` : name))
  if (added.length === 0) return text
  return text.replace(statement, `import ${mixed ? '' : onlyTypes}{ ${[...old, ...added].join(', ')} } from '${from}'`)
}
