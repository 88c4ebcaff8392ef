/** Returns the paths of the members that a sample for an older server lacks. */
export function newerPaths(newer: unknown, older: unknown): string[] {
  if (!isObject(newer) || !isObject(older)) return []
  return Object.entries(newer).flatMap(([name, value]) =>
    name in older ? newerPaths(value, older[name]).map((path) => `${name}.${path}`) : name,
  )
}

/** An array counts as an object with its indexes. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
