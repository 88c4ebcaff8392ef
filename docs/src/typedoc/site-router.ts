import { type Reflection, ReflectionKind, StructureRouter } from 'typedoc'

/** What the module of a package's main entry is called, which TypeDoc gives no name. */
export const MAIN = 'main'

/** Gives each page an address that follows from what it is: `guides/credentials`, `reference/auth/storage/file/fileStorage`. */
export class SiteRouter extends StructureRouter {
  override getIdealBaseName(reflection: Reflection): string {
    const parts = toSegments(reflection)
    for (let one = reflection.parent; one && !one.isProject(); one = one.parent) {
      // What the main entry exports stands directly in its package.
      if (!isMain(one)) parts.unshift(...toSegments(one))
    }
    if (reflection.kindOf(ReflectionKind.Document)) return parts.join('/')
    // A folder's own page, so that a module `clusters` and an interface `Clusters` do not meet on any file system.
    const isFolder = reflection.kindOf(ReflectionKind.Module) && !isMain(reflection)
    return ['reference', ...parts, ...(isFolder ? ['index'] : [])].join('/')
  }
}

/** The same addresses with another ending. */
export class MarkdownRouter extends SiteRouter {
  override extension = '.md'
}

const isMain = (reflection: Reflection): boolean => reflection.kindOf(ReflectionKind.Module) && reflection.name === MAIN

function toSegments({ name, kind }: Reflection): string[] {
  if (kind === ReflectionKind.Document) return [name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')]
  return name
    .replace(/^@x\//, '')
    .split('/')
    .map((segment) => segment.replaceAll(/[^\w.$-]/g, '_'))
}
