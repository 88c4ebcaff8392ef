// Tables of what goes in and out of an operation.
import type { Member, Shape } from '@x/rest/shapes'
import { versionsOf } from './apis.ts'
import type { DeclaredType } from './declared-type.ts'
import type { DeclaredTypes } from './declared-types.ts'
import { type Content, contentsOf, limitsOf, shapeText, valuesOf } from './shape-text.ts'

/** Objects in objects are shown in place, as `page.limit`, down to this depth. A shape can contain itself. */
const MOST_LEVELS = 3

interface Row {
  readonly path: string
  readonly type: string
  readonly notes: string
  readonly isRequired: boolean
}

/** A member in one of the objects that a value can be. */
interface Holder {
  readonly member: Member
  readonly content: Content
  readonly type: DeclaredType | undefined
}

/** Returns a table of members; undefined if there are none. In a request, it says which are required. */
export function fieldsTable(
  shape: Shape,
  type: DeclaredType | undefined,
  types: DeclaredTypes,
  isRequest: boolean,
): string | undefined {
  const rows = rowsOf(contentsOf(shape, type), { types, isRequest })
  if (rows.length === 0) return undefined
  const lines = rows.map(({ path, type, notes, isRequired }) => {
    return `| \`${path}\`${isRequired ? ' **required**' : ''} | ${escapeCell(type)} | ${escapeCell(notes)} |`
  })
  return ['| Field | Type | Notes |', '| --- | --- | --- |', ...lines].join('\n')
}

interface Context {
  readonly types: DeclaredTypes
  readonly isRequest: boolean
}

/** The rows of an object, or of all options of a union of objects. */
function rowsOf(contents: readonly Content[], context: Context, prefix = '', depth = 1): Row[] {
  const typed = contents.map((one) => ({ ...one, type: one.type ?? context.types.named(one.object.name) }))
  const names = new Set(typed.flatMap(({ object }) => object.members.map(({ name }) => name)))
  const [{ type } = { type: undefined }] = typed
  const { converted } = type ?? {}
  const rows = [...names].flatMap((name): Row[] => {
    if (converted && !converted.some(([kept]) => kept === name)) return []
    const holders = typed.flatMap((content): Holder[] => {
      const member = content.object.members.find((one) => one.name === name)
      return member ? [{ member, content, type: content.type?.member(name) }] : []
    })
    return memberRows(holders, typed, context, `${prefix}${name}`, depth)
  })
  const added = (converted ?? []).filter(([name]) => !names.has(name))
  return [...rows, ...added.map(([name, text]) => addedRow(`${prefix}${name}`, text, type?.doc(name)))]
}

function memberRows(
  holders: readonly Holder[],
  all: readonly Content[],
  context: Context,
  path: string,
  depth: number,
): Row[] {
  const inner = holders.flatMap(({ member, type }) => contentsOf(member.shape, type))
  const [{ suffix } = { suffix: '' }] = inner
  // The alternatives of a filter have the same members as the filter.
  const isAlternatives = path.endsWith('.$or')
  return [
    {
      path,
      type: distinct(holders.map(({ member, type }) => shapeText(member.shape, type))).join(' or '),
      notes: notesOf(holders, all, context),
      isRequired: context.isRequest && holders.length === all.length && holders.every(isRequired),
    },
    ...(depth < MOST_LEVELS && !isAlternatives ? rowsOf(inner, context, `${path}${suffix}.`, depth + 1) : []),
  ]
}

/** A member that the client adds to what the server sends. */
const addedRow = (path: string, type: string, notes = ''): Row => ({ path, type, notes, isRequired: false })

const isRequired = ({ member: { presence } }: Holder): boolean => presence !== 'optional' && presence !== 'exact'

function notesOf(holders: readonly Holder[], all: readonly Content[], context: Context): string {
  const values = distinct(holders.flatMap(({ member }) => valuesOf(member.shape)?.values ?? []))
  const limits = distinct(holders.map(({ member }) => limitsOf(member.shape)))
  const versions = distinct(holders.map(({ member }) => versionsOf(member))).filter((one) => one !== 'all')
  return [
    ...docsOf(holders),
    ...(values.length > 0 ? [`One of ${values.map((value) => `\`${value}\``).join(', ')}.`] : []),
    ...limits.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`),
    ...versions.map((one) => `${one}.`),
    ...optionsNote(holders, all, context),
  ].join(' ')
}

/** The doc comments of a member. If options of a union differ, each says which one it is about. */
function docsOf(holders: readonly Holder[]): string[] {
  const docs = holders.map(({ member, content }) => content.type?.doc(member.name)?.replaceAll(/\s+/g, ' ') ?? '')
  if (new Set(docs).size === 1) return distinct(docs)
  return holders.flatMap((holder, index) => (docs[index] ? [`In ${optionNames([holder])}: ${docs[index]}`] : []))
}

/** Which options of a union have a member, and which require it. */
function optionsNote(holders: readonly Holder[], all: readonly Content[], { isRequest }: Context): string[] {
  const required = isRequest ? holders.filter(isRequired) : []
  if (holders.length < all.length)
    return [`Only in ${optionNames(holders)}${required.length === holders.length ? ', and required there' : ''}.`]
  return required.length > 0 && required.length < holders.length ? [`Required in ${optionNames(required)}.`] : []
}

const optionNames = (holders: readonly Holder[]): string =>
  distinct(holders.map(({ content: { object, type } }) => shapeText(object, type))).join(' or ')

const distinct = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ''))] as string[]

/** Doc comments link to names of code, which has no links here. */
export function escapeCell(text: string): string {
  return plainLinks(text)
    .replaceAll('|', '\\|')
    .replaceAll(/<(?=[a-z/!])/gi, '&lt;')
}

export function plainLinks(text: string): string {
  return text.replaceAll(
    /\{@link(?:code|plain)? ([^}|\s]*)(?:[|\s]\s*([^}]*))?\}/g,
    (_, name: string, label?: string) => {
      return label ? label.trim() : `\`${name}\``
    },
  )
}
