import type { ApiFile, Declaration } from './model.ts'
import type { Located } from './read-package.ts'

/** Types of one file that the same resources need: a bundle has all of them or none. */
export interface ShapeGroup {
  /** The name of its first type. */
  readonly name: string
  readonly file: string
  readonly declarations: readonly Declaration[]
}

/**
 * Groups the types of a package by the resources that need them.
 *
 * @param used - The types that each resource needs.
 */
export function groupShapes(files: readonly ApiFile[], used: ReadonlyMap<ApiFile, readonly Located[]>): ShapeGroup[] {
  const users = new Map<Declaration, string>()
  for (const [resource, located] of used) {
    for (const { declaration } of located) users.set(declaration, `${users.get(declaration) ?? ''} ${resource.name}`)
  }
  return files.flatMap((file) => {
    const groups = new Map<string, Declaration[]>()
    for (const declaration of file.declarations) {
      const key = users.get(declaration) ?? ''
      groups.set(key, [...(groups.get(key) ?? []), declaration])
    }
    return [...groups.values()].map((declarations) => ({
      name: declarations[0]?.name as string,
      file: file.name,
      declarations,
    }))
  })
}
