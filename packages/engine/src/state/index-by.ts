/** Sets of records by a composite key. The records of a key are in order of age. */
export class IndexBy<T> {
  readonly #byKey = new Map<string, Set<T>>()

  add(key: readonly string[], record: T): void {
    const text = JSON.stringify(key)
    const known = this.#byKey.get(text)
    if (known === undefined) this.#byKey.set(text, new Set([record]))
    else known.add(record)
  }

  delete(key: readonly string[], record: T): void {
    const text = JSON.stringify(key)
    const known = this.#byKey.get(text)
    known?.delete(record)
    if (known?.size === 0) this.#byKey.delete(text)
  }

  /** Returns a copy, so that records can be added and removed while it is read. */
  of(key: readonly string[]): readonly T[] {
    const known = this.#byKey.get(JSON.stringify(key))
    return known === undefined ? [] : [...known]
  }
}
