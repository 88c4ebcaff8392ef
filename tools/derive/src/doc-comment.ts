import ts from 'typescript'
import { reject } from './derive-error.ts'

/** A parsed doc comment. */
export interface DocComment {
  /** The text before the first tag. */
  readonly text: string
  readonly tags: ReadonlyMap<string, string>
}

/** Tags that are read here; the others are for readers and TypeDoc only. */
const read = [
  'operation',
  'permission',
  'since',
  'until',
  'deprecated',
  'paging',
  'safe',
  'bulk',
  'eventuallyConsistent',
  'unauthenticated',
  'code',
  'wire',
  'ignored',
  'insistsOn',
  'required',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'pattern',
]
const forReaders = ['throws', 'example', 'see', 'returns', 'defaultValue', 'param', 'remarks']
const tag = new RegExp(String.raw`(?:^|\s)@(${[...read, ...forReaders].join('|')})(?![\w/])`, 'g')

/** Returns the last doc comment before a node; undefined if it has none. */
export function docComment(node: ts.Node): DocComment | undefined {
  const { text: source } = node.getSourceFile()
  const begin = node.getFullStart()
  // For TypeScript, a comment on the line of the token before belongs to that token, unless the node follows it there.
  const isFollowed = ({ end }: ts.CommentRange): boolean => !source.slice(end, node.getStart()).includes('\n')
  const ranges = [
    ...(ts.getTrailingCommentRanges(source, begin) ?? []).filter(isFollowed),
    ...(ts.getLeadingCommentRanges(source, begin) ?? []),
  ]
  const comment = ranges.map(({ pos, end }) => source.slice(pos, end)).findLast((text) => text.startsWith('/**'))
  if (comment === undefined) return undefined
  const lines = comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
  for (const line of lines) {
    const unknown = /^\s*@(\w+)/.exec(line)?.[1]
    if (unknown && ![...read, ...forReaders].includes(unknown)) {
      reject(node, `has the unknown tag @${unknown}. Known are ${read.map((name) => `@${name}`).join(', ')}.`)
    }
  }
  const [text = '', ...rest] = lines.join('\n').split(tag)
  const tags = new Map<string, string>()
  for (let index = 0; index < rest.length; index += 2) tags.set(rest[index] as string, (rest[index + 1] ?? '').trim())
  return { text: text.trim(), tags }
}

/** Returns the first sentence as plain text: what tables and lists show. */
export function summary(text: string): string {
  const plain = text
    .replace(/\{@link\s+([^}|]+?)(?:\s*\|\s*([^}]+?))?\s*\}/g, (_, target: string, label?: string) => label ?? target)
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
  return /^.*?[.!?](?=\s+[A-Z`]|$)/.exec(plain)?.[0] ?? plain
}

/** Returns the version that `@since` or `@until` begins with. */
export function versionOf(tags: DocComment['tags'] | undefined, name: 'since' | 'until'): string | undefined {
  return /^[\d.]*\d/.exec(tags?.get(name) ?? '')?.[0]
}

/** Writes `@since` and `@until` as shapes do: `@8.9-8.10`, and `^` for deprecated. */
export function lifetimeSuffix(tags: DocComment['tags'] | undefined): string {
  const until = versionOf(tags, 'until')
  const range = `${versionOf(tags, 'since') ?? ''}${until ? `-${until}` : ''}`
  return `${range && `@${range}`}${tags?.has('deprecated') ? '^' : ''}`
}
