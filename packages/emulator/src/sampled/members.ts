export type Members = Readonly<Record<string, unknown>>

/** Returns the sample with other values. Members that it does not have, as in an older version, are not added. */
export function replaced(sample: Members, values: Members): Members {
  const known = Object.entries(values).filter(([name]) => name in sample)
  return { ...sample, ...Object.fromEntries(known) }
}
