// biome-ignore-all lint/correctness/noNodejsModules: for Node, Deno and Bun, as the sub-path says
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { globPattern } from './glob-pattern.ts'

/** Options of {@link readResources}. */
export interface ReadResourcesOptions {
  /** Folder that the patterns are relative to. @defaultValue the current folder */
  readonly cwd?: string | undefined
}

/**
 * Reads the files that match, for `deployments.create`. Works in Node, Deno and Bun.
 *
 * A file's name is its path relative to `cwd`, with slashes, so that files of the same name in different folders stay
 * distinct. Hidden files and folders, and `node_modules`, never match.
 *
 * @param patterns - Globs relative to `cwd`: `*` is any part of a name, `?` and `[ab]` one character, `**` any folders,
 * `{bpmn,dmn}` one of several.
 * @returns The files, in the order of their paths.
 * @throws `TypeError` if no file matches a pattern, because missing files would go unnoticed, or a pattern is not a string
 * or has an unbalanced bracket
 * @example
 * ```ts
 * import { readResources } from '@x/orchestration/node'
 *
 * await camunda.deployments.create({ resources: await readResources('processes/**\/*.{bpmn,dmn,form}') })
 * ```
 */
export async function readResources(
  patterns: string | readonly string[],
  { cwd = '.' }: ReadResourcesOptions = {},
): Promise<File[]> {
  const folder = resolve(cwd)
  const names = await listFiles(folder)
  const found = new Set<string>()
  for (const pattern of [patterns].flat()) {
    if (typeof pattern !== 'string' || !pattern) throw new TypeError('`patterns` must be a glob or an array of globs')
    const matching = globPattern(pattern)
    const matches = names.filter((name) => matching.test(name))
    if (matches.length === 0) {
      throw new TypeError(
        `No file matches ${pattern} in ${folder}. Patterns are relative to \`cwd\` and cannot leave it`,
      )
    }
    for (const name of matches) found.add(name)
  }
  const files = [...found].sort().map(async (name) => new File([await readFile(join(folder, name))], name))
  return Promise.all(files)
}

/** Returns all files in a folder and its subfolders, by their paths with slashes. */
async function listFiles(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true })
  const lists = entries.map(async (entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return []
    const name = join(prefix, entry.name).split(sep).join('/')
    if (entry.isFile()) return [name]
    return entry.isDirectory() ? listFiles(folder, name) : []
  })
  return (await Promise.all(lists)).flat()
}
