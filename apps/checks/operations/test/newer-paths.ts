/** Returns the paths of the members of a sample that a sample for an older server does not have. */
export function newerPaths(newer: unknown, older: unknown): string[] {
  if (!isObject(newer) || !isObject(older)) return []
  return Object.entries(newer).flatMap(([name, value]) =>
    name in older ? newerPaths(value, older[name]).map((path) => `${name}.${path}`) : name,
  )
}

/** An array counts as an object of its indexes. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
