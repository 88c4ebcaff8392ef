/**
 * Splits a `simplePath` into names: the folders from the outermost in, then the file. `\/` is a slash in a name.
 *
 * A name that ends with a backslash cannot be told from an escaped slash; `canonicalPath` can.
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
 * Writes names as a `simplePath`, the opposite of {@link parseSimplePath}: to compare a folder on disk with a project.
 *
 * @example
 * ```ts
 * formatSimplePath(['Orders', 'In/out', 'ship']) // 'Orders/In\\/out/ship'
 * ```
 */
export function formatSimplePath(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('/', '\\/')).join('/')
}
