import type { Operation } from '@x/rest/shapes'
import type { Call, CallInput } from '../../../calls/call.ts'
import { inputParts } from '../../../calls/input-parts.ts'
import { listOf, membersOf } from '../value/list-of.ts'
import { type PagingKind, pagingKinds } from './kinds.ts'

/** Where an answer lies in its list, and how to get further. */
export interface Page {
  readonly count: number
  readonly total: number | undefined
  /** How many items lie before it; undefined when nobody knows. */
  readonly offset: number | undefined
  /** What to send for the page after it; undefined when this is the last. */
  readonly next: CallInput | undefined
}

/**
 * The page that an answer is; undefined for what is no page.
 *
 * @param knownOffset - how many items lay on the pages before, where somebody counted them
 */
export function pageOf({ operation, input, outcome }: Call, knownOffset?: number): Page | undefined {
  if (outcome.type !== 'answer' || Array.isArray(outcome.value)) return undefined
  const list = listOf(outcome.value)
  if (!list) return undefined
  const kind = kindOf(operation)
  const { items, total } = list
  const count = items.length
  if (!kind) return { count, total, offset: undefined, next: undefined }
  const query = queryOf(operation, input)
  const place = kind.place(query)
  // Where no size was asked for, a first page has the server's.
  const asked = kind.size(query)
  const size = typeof asked === 'number' ? asked : count
  const offset = place === undefined ? 0 : (knownOffset ?? kind.offset?.(place, size))
  const page = membersOf(outcome.value)
  const next = kind.next(place, page, size)
  const isLast =
    count === 0 ||
    count < size ||
    (offset !== undefined && total !== undefined && !kind.isTotalOpen(page) && offset + count >= total)
  return {
    count,
    total,
    offset,
    next: isLast || next === undefined ? undefined : withQuery(operation, input, kind.ask(query, size, next)),
  }
}

/** The input of the first page of what `input` asks for. */
export function firstPage(operation: Operation, input: CallInput): CallInput {
  const kind = kindOf(operation)
  const query = queryOf(operation, input)
  if (!kind || kind.place(query) === undefined) return input
  return withQuery(operation, input, kind.ask(query, kind.size(query), undefined))
}

/** What to add to a query for pages of so many items; nothing where there are no pages. */
export function pageSize(operation: Operation, size: number): Readonly<Record<string, unknown>> {
  return kindOf(operation)?.ask({}, size, undefined) ?? {}
}

function kindOf({ paging }: Operation): PagingKind | undefined {
  return paging && pagingKinds[paging]
}

/** The part of an input that says which page is asked for: the body, and the query where there is none. */
function queryOf(operation: Operation, { input }: CallInput): Readonly<Record<string, unknown>> {
  const { body, query } = inputParts(operation, input)
  return membersOf(body ?? query)
}

function withQuery({ takes = [] }: Operation, given: CallInput, query: object): CallInput {
  if (takes.length < 2) return { ...given, input: query }
  return { ...given, input: { ...membersOf(given.input), [takes.includes('body') ? 'body' : 'query']: query } }
}
