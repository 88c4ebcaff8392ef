// biome-ignore-all lint/correctness/noNodejsModules: for Node, Deno and Bun, as the sub-path says
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { globPattern } from './glob-pattern.ts'

/** Options of {@link readResources}. */
export interface ReadResourcesOptions {
  /** Folder that the patterns are relative to. @defaultValue the current one */
  readonly cwd?: string | undefined
}

/**
 * Reads the files that match, for `deployments.create`. Works in Node, Deno and Bun.
 *
 * A file is named by its path below `cwd`, with slashes, so that two files of one name in two folders stay apart. What is in
 * `node_modules` or in a hidden folder does not match.
 *
 * @param patterns - Globs relative to `cwd`: `*` is any part of a name, `**` any folders, `{bpmn,dmn}` one of several.
 * @returns The files, in the order of their paths.
 * @throws `TypeError` if no file matches a pattern, since what is missing would not be deployed.
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

/** All files below a folder, by their paths with slashes. */
async function listFiles(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true })
  const lists = entries.map(async (entry) => {
    const name = join(prefix, entry.name).split(sep).join('/')
    if (entry.isFile()) return [name]
    const isSkipped = entry.name === 'node_modules' || entry.name.startsWith('.')
    return entry.isDirectory() && !isSkipped ? listFiles(folder, name) : []
  })
  return (await Promise.all(lists)).flat()
}
