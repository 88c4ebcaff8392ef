import type { Operation } from '@x/rest/shapes'
import type { Call, CallInput } from '../../../calls/call.ts'
import { inputParts } from '../../../calls/input-parts.ts'
import { listOf, membersOf } from '../value/list-of.ts'
import { type PagingKind, pagingKinds } from './kinds.ts'

/** The position of a response in its list, and how to continue. */
export interface Page {
  readonly count: number
  readonly total: number | undefined
  /** Number of items before it; undefined if unknown. */
  readonly offset: number | undefined
  /** Input for the next page; undefined if this is the last. */
  readonly next: CallInput | undefined
}

/**
 * Returns the page in a response; undefined if it is not a page.
 *
 * @param knownOffset - Number of items on the previous pages, if they were counted.
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
  // If no size was requested, the first page has the server's default.
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

/** Returns the input for the first page of the same search. */
export function firstPage(operation: Operation, input: CallInput): CallInput {
  const kind = kindOf(operation)
  const query = queryOf(operation, input)
  if (!kind || kind.place(query) === undefined) return input
  return withQuery(operation, input, kind.ask(query, kind.size(query), undefined))
}

/** Returns what to add to a query for this page size; nothing if there are no pages. */
export function pageSize(operation: Operation, size: number): Readonly<Record<string, unknown>> {
  return kindOf(operation)?.ask({}, size, undefined) ?? {}
}

function kindOf({ paging }: Operation): PagingKind | undefined {
  return paging && pagingKinds[paging]
}

/** Returns the part of an input that selects the page: the body, or the query if there is no body. */
function queryOf(operation: Operation, { input }: CallInput): Readonly<Record<string, unknown>> {
  const { body, query } = inputParts(operation, input)
  return membersOf(body ?? query)
}

function withQuery({ takes = [] }: Operation, given: CallInput, query: object): CallInput {
  if (takes.length < 2) return { ...given, input: query }
  return { ...given, input: { ...membersOf(given.input), [takes.includes('body') ? 'body' : 'query']: query } }
}
