// Heavy packages that only some tests need stand in folders with a lockfile of their own, so that `npm start` and
// `pnpm install` never bring them. Whoever needs them installs them when they are missing.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))

/** The version of a package in `folder`, when it is installed as the package.json there wants it. */
export function installedVersion(folder: URL, name: string): string | undefined {
  const wanted: string | undefined = readJson(new URL('package.json', folder)).dependencies[name]
  const manifest = new URL(`node_modules/${name}/package.json`, folder)
  const version: string | undefined = existsSync(manifest) ? readJson(manifest).version : undefined
  return version && wanted?.endsWith(version) ? version : undefined
}

/** Whether all that the package.json in `folder` wants is there, its install scripts done. */
export function isInstalled(folder: URL): boolean {
  // What pnpm writes last.
  if (!existsSync(new URL('node_modules/.modules.yaml', folder))) return false
  const { dependencies } = readJson(new URL('package.json', folder))
  return Object.keys(dependencies).every((name) => installedVersion(folder, name))
}

/** Installs what is missing, with the frozen lockfile; gives pnpm's output when something still is. */
export async function installApart(folder: URL): Promise<string | undefined> {
  const { packageManager } = readJson(new URL('../package.json', import.meta.url))
  let output: string | undefined
  // Twice: install scripts that fetch something of their own are where registries fail for a moment.
  for (let attempts = 0; attempts < 2 && !isInstalled(folder); attempts++) {
    output = await run(folder, 'npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
  }
  return isInstalled(folder) ? undefined : output
}

function run(folder: URL, command: string, args: readonly string[]): Promise<string> {
  // Whoever has no network shall not wait for the tenth attempt.
  const env = { ...process.env, npm_config_fetch_retries: '1' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: fileURLToPath(folder), env, shell: process.platform === 'win32' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve(error.message))
    child.on('close', () => resolve(output))
  })
}
