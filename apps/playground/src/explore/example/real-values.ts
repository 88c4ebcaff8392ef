import type { Operation } from '@x/rest/shapes'
import { isReading } from '../../calls/is-reading.ts'
import { isObject } from '../form/shape.ts'
import type { SuggestedValue } from '../form/suggestions-context.ts'
import { singular } from '../singular.ts'

/** Calls a reading operation and returns its response; undefined if it failed. */
export type Read = (operation: Operation, names: Readonly<Record<string, string>>) => Promise<unknown>

/** Finds values of existing objects by the names of members: `clusterUuid`, `fileId`, `key`. */
export interface RealValues {
  /** For a member of `operation`. */
  find(name: string, operation: Operation): Promise<string | number | undefined>
  /** Existing values for a member of `operation`, with the names of their owners. */
  list(name: string, operation: Operation): Promise<readonly SuggestedValue[]>
  /** The response of an operation, requested once. */
  read(operation: Operation): Promise<unknown>
}

/**
 * Uses no table per API, but the pattern of names. `clusterUuid` is the `uuid` of what `clusters.list` returns;
 * `folderId` has no operation of its own, but files have it.
 */
export function createRealValues(operations: readonly Operation[], read: Read): RealValues {
  const answers = new Map<string, Promise<unknown>>()
  const listing = operations.filter(
    (operation) => isReading(operation) && /^(search|list|getParameters)/.test(verbOf(operation)),
  )

  /** `asking` are the operations that this is requested for, so that none waits for itself. */
  async function answerOf(operation: Operation, asking: readonly Operation[]): Promise<unknown> {
    if (asking.includes(operation)) return undefined
    const params: Record<string, string> = {}
    for (const name of Object.keys(operation.params ?? {})) {
      const value = await search(name, operation, [...asking, operation])
      if (value === undefined) return undefined
      params[name] = String(value)
    }
    const known = answers.get(operation.id) ?? read(operation, params)
    answers.set(operation.id, known)
    return known
  }

  async function search(name: string, operation: Operation, asking: readonly Operation[]): Promise<Found> {
    const { subject, position, suffix } = split(name)
    const owners = listing.filter((candidate) => isOwner(resourceOf(candidate), subject))
    const own = listing.filter((candidate) => resourceOf(candidate) === resourceOf(operation))
    // Objects with that name, then the operation's own resource, then all others with the name.
    for (const source of new Set([...owners, ...own, ...listing])) {
      const answer = await answerOf(source, asking)
      const isAbout = subject === '' ? own.includes(source) : owners.includes(source)
      const found = isAbout
        ? (pick(itemsOf(answer), [name, ...suffix], position) ?? pickName(answer, suffix))
        : mention(answer, name, subject, suffix)
      if (found !== undefined) return found
    }
    return undefined
  }

  async function list(name: string, operation: Operation): Promise<readonly SuggestedValue[]> {
    const { subject, suffix } = split(name)
    const owners = listing.filter((candidate) => isOwner(resourceOf(candidate), subject))
    const own = listing.filter((candidate) => resourceOf(candidate) === resourceOf(operation))
    for (const source of new Set(subject === '' ? own : [...owners, ...own])) {
      const items = itemsOf(await answerOf(source, [operation]))
      const member = [name, ...suffix].find((candidate) => items.some((item) => isName(item[candidate])))
      if (member !== undefined) return suggestionsOf(items, member)
    }
    return []
  }

  return {
    list,
    find: (name, operation) => search(name, operation, []),
    read: (operation) => answerOf(operation, []),
  }
}

/** Maximum number of suggestions. */
const MOST_SUGGESTED = 50

function suggestionsOf(items: readonly Readonly<Record<string, unknown>>[], member: string): readonly SuggestedValue[] {
  const labels = new Map<string, string>()
  for (const item of items) {
    const label = [item.name, item.processDefinitionName, item.processDefinitionId, item.elementId].find(isName)
    if (isName(item[member])) labels.set(String(item[member]), label === undefined ? '' : String(label))
  }
  return [...labels].slice(0, MOST_SUGGESTED).map(([value, label]) => ({ value, label }))
}

type Found = string | number | undefined

function isName(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

/** `backupId` and `restoreBackupId` refer to `backups`. */
function isOwner(resource: string, subject: string): boolean {
  return subject.toLowerCase().endsWith(singular(resource).toLowerCase())
}

function verbOf({ id }: Operation): string {
  return id.split('.').at(-1) as string
}

function resourceOf({ id }: Operation): string {
  return id.split('.').slice(0, -1).join('.')
}

/** `milestone2Id` is the `id` of the second milestone. */
function split(name: string): {
  readonly subject: string
  readonly position: number
  readonly suffix: readonly string[]
} {
  const [, subject = '', digit = '1', suffix = ''] = /^(.*?)(\d?)(Id|Uuid|Key|Name)$/.exec(name) ?? []
  const members: Readonly<Record<string, readonly string[]>> = {
    Id: ['id', 'uuid'],
    Uuid: ['uuid'],
    Key: ['key'],
    Name: ['name'],
  }
  return { subject, position: Math.max(Number(digit) - 1, 0), suffix: members[suffix] ?? [] }
}

/** Returns the objects in a response, which is a list or a page. */
export function itemsOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  const list = isObject(answer) ? Object.values(answer).find(Array.isArray) : answer
  return Array.isArray(list) ? list.filter(isObject) : []
}

function pick(
  items: readonly Readonly<Record<string, unknown>>[],
  members: readonly string[],
  position: number,
): Found {
  for (const member of members) {
    const value = items.map((item) => item[member]).filter(isName)[position]
    if (value !== undefined) return value
  }
  return undefined
}

/** An object that maps names to values is treated as a list of names. */
function pickName(answer: unknown, suffix: readonly string[]): Found {
  if (!suffix.includes('name') || !isObject(answer)) return undefined
  return Object.keys(answer)[0]
}

/** Finds a member with that name anywhere in a response, or a list with the plural of the name. */
function mention(value: unknown, name: string, subject: string, suffix: readonly string[]): Found {
  if (Array.isArray(value)) return firstOf(value, (item) => mention(item, name, subject, suffix))
  if (!isObject(value)) return undefined
  const named = value[name]
  if (isName(named)) return named
  const isNamed = (member: string): boolean =>
    subject !== '' && singular(member).toLowerCase().endsWith(subject.toLowerCase())
  const list = Object.entries(value).find(([member, items]) => Array.isArray(items) && isNamed(member))
  return (
    (list && pick(itemsOf(list[1]), suffix, 0)) ??
    firstOf(Object.values(value), (member) => mention(member, name, subject, suffix))
  )
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}
