import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const enginesFolder: string = fileURLToPath(new URL('../../engines/', import.meta.url))
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const wanted: Record<string, string> = readJson(join(enginesFolder, 'package.json')).dependencies

/** The version of a package in `engines/`, when it is installed as its package.json wants it. */
export function engineVersion(name: string): string | undefined {
  const file = join(enginesFolder, 'node_modules', name, 'package.json')
  const version: string | undefined = existsSync(file) ? readJson(file).version : undefined
  return wanted[name]?.endsWith(`${version}`) ? version : undefined
}

/** Installs the runtimes that come from npm, unless they are there. What then is missing fails where it is needed. */
export async function installEngines(): Promise<void> {
  if (Object.keys(wanted).every(engineVersion)) return
  const { packageManager } = readJson(join(enginesFolder, '../../../package.json'))
  const output = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
  if (!Object.keys(wanted).every(engineVersion)) process.stderr.write(`${output}\nNot all runtimes were installed.\n`)
}

function run(command: string, args: readonly string[]): Promise<string> {
  // Whoever has no network shall not wait for the tenth attempt.
  const env = { ...process.env, npm_config_fetch_retries: '1' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: enginesFolder, env, shell: process.platform === 'win32' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve(error.message))
    child.on('close', () => resolve(output))
  })
}
