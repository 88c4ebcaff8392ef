interface Versioned {
  readonly version: number
  readonly tenantId: string
}

/** Creates the condition `isLatestVersion`: whether a record has the highest version of its id and tenant. */
export function byLatest<R extends Versioned>(records: () => Iterable<R>, idOf: (record: R) => string) {
  const nameOf = (record: R): string => JSON.stringify([record.tenantId, idOf(record)])
  return (wanted: boolean) => {
    const latest = new Map<string, number>()
    for (const record of records()) {
      const name = nameOf(record)
      latest.set(name, Math.max(record.version, latest.get(name) ?? 0))
    }
    return (record: R): boolean => (latest.get(nameOf(record)) === record.version) === wanted
  }
}
