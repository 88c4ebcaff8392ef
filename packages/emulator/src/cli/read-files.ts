// biome-ignore lint/correctness/noNodejsModules: the command runs on Node
import { globSync, readFileSync, statSync } from 'node:fs'
import type { DeployedResource } from '@x/engine'
import { UsageError } from './usage-error.ts'

/** The files that a pattern or a folder selects. Any other file must be named by its path. */
const MODELS = /\.(bpmn|dmn|form)$/

/**
 * Reads the files that the paths, folders and patterns select. Their paths are their names, so that problems refer to
 * them.
 *
 * @throws UsageError for a path or pattern that matches no file
 */
export function readFiles(patterns: readonly string[]): DeployedResource[] {
  const files = new Set(patterns.flatMap(findFiles))
  return [...files].map((name) => ({ name: name.replaceAll('\\', '/'), content: readFileSync(name, 'utf8') }))
}

const exclude = (path: string): boolean => /(^|[\\/])node_modules$/.test(path)

function findFiles(pattern: string): string[] {
  const found = statSync(pattern, { throwIfNoEntry: false })
  if (found?.isFile()) return [pattern]
  const matches = globSync(found?.isDirectory() ? `${pattern}/**` : pattern, { exclude })
  const files = matches.filter((file) => MODELS.test(file) && statSync(file).isFile()).sort()
  if (files.length === 0) throw new UsageError(`--deploy ${pattern} matches no .bpmn, .dmn or .form file.`)
  return files
}
