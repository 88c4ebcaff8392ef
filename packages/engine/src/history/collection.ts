import { MOST_PARTITIONS, partitionOf, sequenceOf } from '../keys.ts'
import { NEVER } from '../state/never.ts'

/** Records of one kind, oldest first. They are created when you read them, and do not change afterward. */
export interface Collection<T> extends Iterable<T> {
  readonly size: number
  /** The record with this key; undefined if there is none. */
  get(key: string): T | undefined
  /**
   * The records in the order of their keys, after this key. With several partitions this is not the order of age.
   * Undefined for records without their own keys.
   */
  readonly inKeyOrder?: ((after?: string) => Iterable<T>) | undefined
}

/** Records that belong to process instances. */
export interface InstanceCollection<T> extends Collection<T> {
  /** The records of one process instance, oldest first. */
  of(processInstanceKey: string): Iterable<T>
}

export function collection<R extends { readonly sequence: number }, T>(
  records: readonly R[],
  find: (sequence: number) => R | undefined,
  toRecord: (record: R) => T,
): Collection<T> {
  return {
    get size() {
      return records.length
    },
    get(key) {
      const record = find(sequenceOf(key))
      return record === undefined ? undefined : toRecord(record)
    },
    *inKeyOrder(after) {
      const last = after === undefined ? -1 : sequenceOf(after)
      // Within a partition, older records have smaller keys, and the keys of the next partition are all larger.
      for (let partition = 1; partition <= MOST_PARTITIONS; partition++) {
        for (const record of records) {
          const { sequence } = record
          if (sequence > last && partitionOf(sequence) === partition) yield toRecord(record)
        }
      }
    },
    *[Symbol.iterator]() {
      for (const record of records) yield toRecord(record)
    },
  }
}

/** `firstOf` returns the first record of a process instance; `next` leads to the others. */
export function instanceCollection<R extends { readonly sequence: number; readonly next: R | undefined }, T>(
  records: readonly R[],
  find: (sequence: number) => R | undefined,
  toRecord: (record: R) => T,
  firstOf: (processInstance: number) => R | undefined,
): InstanceCollection<T> {
  const base = collection(records, find, toRecord)
  return {
    get size() {
      return records.length
    },
    get: base.get,
    inKeyOrder: base.inKeyOrder,
    [Symbol.iterator]: base[Symbol.iterator],
    *of(processInstanceKey) {
      let at = firstOf(sequenceOf(processInstanceKey))
      for (; at !== undefined; at = at.next) yield toRecord(at)
    },
  }
}

/** A date in the format of Camunda's API; null for a time that is not known yet. */
export function toDate(time: number): string | null {
  return time === NEVER ? null : new Date(time).toISOString()
}
