// What the reference has a page for: the public entries of the packages, and the resources of the API packages.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { repository } from '../navigation.ts'

/** A source file that is converted, and the page on which its exports are. Files of the same page are joined. */
export interface Entry {
  /** What one imports, such as `@x/auth/storage/file`. */
  readonly page: string
  readonly file: string
}

const packageFolder = (name: string): URL => new URL(`packages/${name}/`, repository)

/** Data flows from left to right. What several packages export is shown with the first of them. */
const order = ['env', 'auth', 'rest', 'orchestration', 'worker', 'camunda', 'engine', 'emulator', 'proxy']

/** The folder names of all published packages, in the order of the reference. */
export function packageNames(): string[] {
  const found = readdirSync(new URL('packages/', repository))
  return [...order, ...found.filter((name) => !order.includes(name)).sort()]
}

/** Sub-paths with their sources, as `deno.json` has them, which is held equal to package.json. */
export function sourcesOf(name: string): readonly (readonly [specifier: string, file: string])[] {
  const folder = packageFolder(name)
  const { exports } = JSON.parse(readFileSync(new URL('deno.json', folder), 'utf8')) as {
    exports: Record<string, string>
  }
  return Object.entries(exports).map(([path, file]) => [
    `@x/${name}${path.slice(1)}`,
    fileURLToPath(new URL(file, folder)),
  ])
}

/**
 * The entries of a package, in the order in which they claim what several of them export: the interfaces of a resource
 * first, so that its page has them and its types, then the main entry with what the resources share, then the rest.
 */
export function entriesOf(name: string): readonly Entry[] {
  const sources = sourcesOf(name).filter(([specifier]) => !specifier.includes('/unchecked'))
  const isResource = (file: string): boolean => file.includes('/src/entries/')
  const resources = sources.filter(([, file]) => isResource(file))
  const others = sources.filter(([, file]) => !isResource(file))
  return [
    ...filesOfResources(name, new Map(resources)),
    ...others.map(([page, file]) => ({ page, file })),
    ...resources.map(([page, file]) => ({ page, file })),
  ]
}

/** `api/jobs.ts`, and `api/job-search.ts` beside it, are both part of the page of `jobs`. */
function filesOfResources(name: string, resources: ReadonlyMap<string, string>): Entry[] {
  const folder = new URL('src/api/', packageFolder(name))
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => {
    const page = [...resources.keys()]
      .filter((specifier) => {
        const resource = specifier.slice(specifier.lastIndexOf('/') + 1)
        return file === `${resource}.ts` || file.startsWith(`${resource.replace(/s$/, '')}-`)
      })
      .sort((a, b) => matching(b, file) - matching(a, file))[0]
    return page ? [{ page, file: fileURLToPath(new URL(file, folder)) }] : []
  })
}

/** A resource of the file's own name is nearer than one whose name is a part of it. */
function matching(specifier: string, file: string): number {
  return specifier.endsWith(`/${file.replace(/\.ts$/, '')}`) ? Number.POSITIVE_INFINITY : specifier.length
}

/** The pages of a package's unchecked entries, which say nothing that their checked siblings do not. */
export function uncheckedOf(name: string): readonly string[] {
  return sourcesOf(name).flatMap(([specifier]) => (specifier.includes('/unchecked/') ? [specifier] : []))
}
