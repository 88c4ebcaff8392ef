import { invalidRequest } from './errors.ts'
import type { Task } from './task.ts'

export interface TaskSort {
  readonly field: 'creationTime' | 'completionTime' | 'dueDate' | 'followUpDate' | 'priority'
  readonly order?: 'ASC' | 'DESC' | undefined
}

/** The position of a task: a value for each criterion, and its id. Missing values are null and come last. */
type Place = readonly (bigint | null)[]

export interface TaskOrder {
  placeOf(task: Task): Place
  compare(a: Place, b: Place): number
  /** Writes the position in the format of the API, and reads it. @throws TasklistError for an invalid one */
  write(place: Place): string[]
  read(values: readonly string[], name: string): Place
}

const time = (date: string | null): bigint | null => (date === null ? null : BigInt(Date.parse(date)))

const READERS: Readonly<Record<TaskSort['field'], (task: Task) => bigint | null>> = {
  creationTime: ({ creationDate }) => time(creationDate),
  completionTime: ({ completionDate }) => time(completionDate),
  dueDate: ({ dueDate }) => time(dueDate),
  followUpDate: ({ followUpDate }) => time(followUpDate),
  priority: ({ priority }) => BigInt(priority),
}

const NEWEST_FIRST: readonly TaskSort[] = [{ field: 'creationTime', order: 'DESC' }]

export function createTaskOrder(sort: readonly TaskSort[] = []): TaskOrder {
  const criteria = sort.length > 0 ? sort : NEWEST_FIRST
  const signs = [...criteria.map(({ order }) => (order === 'DESC' ? -1 : 1)), 1]
  return {
    placeOf: (task) => [...criteria.map(({ field }) => READERS[field](task)), BigInt(task.id)],
    compare: (a, b) => {
      for (const [index, sign] of signs.entries()) {
        const [left = null, right = null] = [a[index], b[index]]
        if (left === right) continue
        if (left === null || right === null) return left === null ? 1 : -1
        return left < right ? -sign : sign
      }
      return 0
    },
    write: (place) => place.map(String),
    read: (values, name) => {
      const isPlace = values.length === signs.length && values.every((value) => /^-?\d{1,19}$|^null$/.test(value))
      if (!isPlace) throw invalidRequest(`${name} must be the sortValues of a task of this search.`)
      return values.map((value) => (value === 'null' ? null : BigInt(value)))
    },
  }
}
