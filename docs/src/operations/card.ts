// One operation as a part of a page: what it is, what goes in and out, and an example.
import type { Operation } from '@x/rest/shapes'
import type { Descriptions } from '../../../apps/playground/src/explore/descriptions.ts'
import { type Api, deprecationOfAll, deprecationText, permissionOf, versionsOf, wireOf } from './apis.ts'
import type { DeclaredTypes } from './declared-types.ts'
import { exampleCall } from './example.ts'
import { escapeCell, fieldsTable, plainLinks } from './fields.ts'
import { fieldPairs, type Place, type Replacement, replacements } from './replacements.ts'
import { contentsOf, shapeText } from './shape-text.ts'

/** What the sources say about an API. */
export interface Words {
  readonly descriptions: Descriptions
  readonly types: DeclaredTypes
}

/** Where the card of an operation is. */
export function cardAddress({ api, operation }: Place): string {
  return `operations/${api.name}/${pageOf(operation)}.md#${anchorOf(operation)}`
}

/** The page of its resource. */
export const pageOf = ({ id }: Operation): string =>
  (id.split('.')[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** As the heading's is. */
const anchorOf = ({ id }: Operation): string => id.toLowerCase().replaceAll('.', '')

export async function card(api: Api, operation: Operation, words: Words): Promise<string> {
  const { operations } = words.descriptions
  const { text = operation.summary, errors = [] } = operations[operation.id] ?? {}
  const [method, ...path] = wireOf(api, operation).split(' ')
  return [
    `## ${operation.id}`,
    `**${method}** \`${path.join(' ')}\``,
    plainLinks(text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ')),
    facts(api, operation),
    ...inputs(operation, words),
    ...output(operation, words),
    ...(errors.length > 0
      ? [
          `**Errors**\n\n${errors
            .flatMap(eachStatus)
            .map((error) => `- ${plainLinks(error)}`)
            .join('\n')}`,
        ]
      : []),
    `**Example**\n\n\`\`\`ts\n${await exampleCall(api, operation)}\n\`\`\``,
    ...versionsSideBySide({ api, operation }),
  ].join('\n\n')
}

/** A doc comment has all statuses of an error in one sentence. */
const eachStatus = (error: string): string[] => error.split(/;\s+(?=\d{3}\b)/)

function facts(api: Api, operation: Operation): string {
  const permission = permissionOf(operation)
  const isSaidAbove = operation.deprecated === deprecationOfAll(api)
  return [
    `- Versions: ${versionsOf(operation)}`,
    ...(permission ? [`- Permission: ${escapeMarkdown(permission)}`] : []),
    ...(operation.eventuallyConsistent ? ['- Eventually consistent: the data lags behind commands'] : []),
    ...(operation.paging ? [`- Paged: \`${operation.id}All\` returns the items of all pages`] : []),
    ...(operation.deprecated && !isSaidAbove ? [`- ${deprecationText(operation.deprecated)}`] : []),
  ].join('\n')
}

const TITLES = { query: 'Query', body: 'Body', form: 'Form' } as const

function inputs(operation: Operation, { types }: Words): string[] {
  const params = Object.entries(operation.params ?? {}).map(([name, { shape }]) => ({ name, shape }))
  const path = fieldsTable({ kind: 'object', members: params }, undefined, types, true)
  const parts = (['query', 'body', 'form'] as const).flatMap((part) => {
    const shape = operation[part]?.shape
    if (!shape) return []
    const type = types.of(operation, part)
    const table = fieldsTable(shape, type, types, true)
    const what = table && shape.kind === 'object' ? '' : `: ${escapeCell(shapeText(shape, type))}`
    return [`**${TITLES[part]}**${what}${table ? `\n\n${table}` : ''}`]
  })
  return [...(path ? [`**Path**\n\n${path}`] : []), ...parts]
}

function output(operation: Operation, { types }: Words): string[] {
  const { response, returns } = operation
  if (returns === 'none' || !response) return returns === 'bytes' ? ['**Returns** a file.'] : []
  const { shape } = response
  const type = types.of(operation, 'response')
  const table = fieldsTable(shape, type, types, false)
  const [page] = contentsOf(shape, type).filter(({ suffix }) => suffix === '')
  const item = page?.object.members.some(({ name }) => name === 'items')
    ? page.type?.member('items')?.item?.name
    : undefined
  const what = `**Returns** ${item ? `a page of \`${item}\`` : escapeCell(shapeText(shape, type))}`
  return [table ? `<details>\n<summary>Response</summary>\n\n${what}\n\n${table}\n\n</details>` : what]
}

/** The operation of the other version that does the same, with the names that differ. */
function versionsSideBySide({ api, operation }: Place): string[] {
  const pairs = replacements.filter(({ older, newer }) => [older, newer].some((one) => one.operation === operation))
  return pairs.map((pair) => {
    const isOlder = pair.older.operation === operation
    return `**${isOlder ? 'In v2' : `In ${pair.older.api.title}`}**\n\n${pairTable(pair, api)}`
  })
}

function pairTable(pair: Replacement, here: Api): string {
  const { older, newer } = pair
  const cell = (place: Place): string => {
    const wire = `\`${wireOf(place.api, place.operation)}\``
    const name = `\`${place.operation.id}\``
    return `${place.api === here ? name : `[${name}](../../${cardAddress(place)})`}<br>${wire}`
  }
  const fields = fieldPairs(pair).filter(({ older, newer }) => older !== newer)
  return [
    `| ${older.api.title} v1 | ${newer.api.title} v2 |`,
    '| --- | --- |',
    `| ${cell(older)} | ${cell(newer)} |`,
    ...fields.map((field) => `| ${field.older ? `\`${field.older}\`` : 'not available'} | \`${field.newer}\` |`),
  ].join('\n')
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[*_|]/g, '\\$&')
}
