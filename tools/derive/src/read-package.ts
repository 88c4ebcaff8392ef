import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { apis } from './apis.ts'
import { DeriveError } from './derive-error.ts'
import type { ApiFile, Declaration } from './model.ts'
import { readInterface } from './read-interface.ts'

export const root: string = join(import.meta.dirname, '../../..')

/** Types that all API packages share; `@x/rest` exports them and their shapes. */
export const commonFile: string = join(root, 'packages/rest/src/search-types.ts')

/** The API packages: those with an api folder. */
export function apiPackages(): string[] {
  return readdirSync(join(root, 'packages')).filter((name) => existsSync(apiFolder(name)))
}

export function apiFolder(packageName: string): string {
  return join(root, 'packages', packageName, 'src/api')
}

/** Reads the api files of a package, in the order of their names. */
export function readPackage(packageName: string): ApiFile[] {
  const folder = apiFolder(packageName)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return files.sort().map((name) => readFile(join(folder, name), apis[packageName]?.oldest))
}

/** Reads one api file, or the types that the packages share. */
export function readFile(path: string, oldest?: string): ApiFile {
  return readInterface(relative(root, path), readFileSync(path, 'utf8'), oldest)
}

/** A declaration and the file it is in; `undefined` for the shared types of `@x/rest`. */
export interface Located {
  readonly declaration: Declaration
  readonly file: string | undefined
}

/** Returns everything that an operation or a declaration of a file refers to, directly or indirectly. */
export function closure(file: ApiFile, uses: Iterable<string>, files: readonly ApiFile[], common: ApiFile): Located[] {
  const found = new Map<string, Located>()
  const visit = (name: string, at: ApiFile): void => {
    const owner = ownerOf(name, at, files, common)
    const declaration = owner.declarations.find((candidate) => candidate.name === name)
    if (!declaration) throw new DeriveError(`${at.name}.ts refers to ${name}, which ${owner.name}.ts does not declare.`)
    const known = found.get(name)
    if (known?.declaration === declaration) return
    if (known) throw new DeriveError(`Two types are called ${name}. Rename one of them.`)
    found.set(name, { declaration, file: owner === common ? undefined : owner.name })
    for (const used of declaration.uses) visit(used, owner)
  }
  for (const name of uses) visit(name, file)
  return [...found.values()]
}

/** Finds the file that declares what a name means in another. */
export function ownerOf(name: string, at: ApiFile, files: readonly ApiFile[], common: ApiFile): ApiFile {
  const from = at.imports.get(name)
  if (from === undefined) return at
  if (from === '@x/rest') return common
  const owner = files.find((file) => from === `./${file.name}.ts`)
  if (!owner) throw new DeriveError(`${at.name}.ts imports ${name} from ${from}, which is not an api file.`)
  return owner
}
