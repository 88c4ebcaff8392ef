/**
 * Splits a `simplePath` into names: the folders from the outermost inwards, then the file. `\/` is a slash in a name.
 *
 * A name that ends with a backslash cannot be distinguished from an escaped slash; `canonicalPath` has no such
 * ambiguity.
 *
 * @example
 * ```ts
 * parseSimplePath('Orders/In\\/out/ship') // ['Orders', 'In/out', 'ship']
 * ```
 */
export function parseSimplePath(simplePath: string): string[] {
  return simplePath.split(/(?<!\\)\//).map((name) => name.replaceAll('\\/', '/'))
}

/**
 * Joins names to a `simplePath`, the reverse of {@link parseSimplePath}: to compare a folder on disk with a project.
 *
 * @example
 * ```ts
 * formatSimplePath(['Orders', 'In/out', 'ship']) // 'Orders/In\\/out/ship'
 * ```
 */
export function formatSimplePath(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('/', '\\/')).join('/')
}
