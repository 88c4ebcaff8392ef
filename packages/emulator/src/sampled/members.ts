export type Members = Readonly<Record<string, unknown>>

/** The sample with other values; what it does not have, as in an older version, it does not get. */
export function replaced(sample: Members, values: Members): Members {
  const known = Object.entries(values).filter(([name]) => name in sample)
  return { ...sample, ...Object.fromEntries(known) }
}
