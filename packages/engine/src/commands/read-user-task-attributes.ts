import { EngineError } from '../errors.ts'
import { isDate, isPriority } from '../run/user-task-attributes.ts'
import type { UserTaskAttributes } from '../state/user-task.ts'

/** Changes to a user task. Members that are omitted or null stay unchanged. */
export interface UserTaskChangeset {
  /** An empty list removes all of them. */
  readonly candidateGroups?: readonly string[] | null | undefined
  readonly candidateUsers?: readonly string[] | null | undefined
  /** ISO 8601 with an offset, such as `2026-01-31T12:00:00Z`; an empty text for none. */
  readonly dueDate?: string | null | undefined
  readonly followUpDate?: string | null | undefined
  /** From 0 to 100. */
  readonly priority?: number | null | undefined
}

/** Corrections by a task listener. Members that are omitted or null stay unchanged. */
export interface UserTaskCorrections extends UserTaskChangeset {
  /** An empty string removes the assignee. */
  readonly assignee?: string | null | undefined
}

type Values = Readonly<Record<string, unknown>>
type Name = keyof UserTaskAttributes

const READERS: Readonly<Record<Name, (value: unknown) => unknown>> = {
  assignee: (value) => (typeof value === 'string' ? value || null : undefined),
  candidateGroups: readNames,
  candidateUsers: readNames,
  dueDate: readDate,
  followUpDate: readDate,
  priority: (value) => (isPriority(value) ? value : undefined),
}

const EXPECTED: Readonly<Record<Name, string>> = {
  assignee: 'the name of a user, or empty',
  candidateGroups: 'a list of names',
  candidateUsers: 'a list of names',
  dueDate: 'a date and time with an offset, such as 2026-01-31T12:00:00Z, or empty',
  followUpDate: 'a date and time with an offset, such as 2026-01-31T12:00:00Z, or empty',
  priority: 'an integer from 0 to 100',
}

/** Returns the attributes that `changes` contains, checked and copied. */
export function readAttributes(changes: object, names: readonly Name[]): Partial<UserTaskAttributes> {
  const attributes: Partial<Record<Name, unknown>> = {}
  for (const name of names) {
    const value = (changes as Values)[name] ?? undefined
    if (value === undefined) continue
    const read = READERS[name](value)
    if (read === undefined) throw new EngineError('INVALID_ARGUMENT', `\`${name}\` must be ${EXPECTED[name]}.`)
    attributes[name] = read
  }
  return attributes as Partial<UserTaskAttributes>
}

export const CHANGEABLE: readonly Name[] = ['candidateGroups', 'candidateUsers', 'dueDate', 'followUpDate', 'priority']
export const CORRECTABLE: readonly Name[] = ['assignee', ...CHANGEABLE]

function readNames(value: unknown): unknown {
  const isNames = Array.isArray(value) && value.every((name) => typeof name === 'string')
  return isNames ? Object.freeze([...value]) : undefined
}

function readDate(value: unknown): unknown {
  if (value === '') return null
  return isDate(value) ? value : undefined
}
