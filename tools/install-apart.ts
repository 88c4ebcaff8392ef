// Heavy packages that only some tests need are in folders with their own lockfile, so that `npm start` and `pnpm
// install` never install them. Those tests install them if they are missing.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))

/** Returns the version of a package in `folder`, if it is installed as required by the package.json there. */
export function installedVersion(folder: URL, name: string): string | undefined {
  const wanted: string | undefined = readJson(new URL('package.json', folder)).dependencies[name]
  const manifest = new URL(`node_modules/${name}/package.json`, folder)
  const version: string | undefined = existsSync(manifest) ? readJson(manifest).version : undefined
  return version && wanted?.endsWith(version) ? version : undefined
}

/** Whether everything in the package.json in `folder` is installed, including install scripts. */
export function isInstalled(folder: URL): boolean {
  // pnpm writes this file last.
  if (!existsSync(new URL('node_modules/.modules.yaml', folder))) return false
  const { dependencies } = readJson(new URL('package.json', folder))
  return Object.keys(dependencies).every((name) => installedVersion(folder, name))
}

/** Installs what is missing, with the frozen lockfile. Returns pnpm's output if something is still missing. */
export async function installApart(folder: URL): Promise<string | undefined> {
  const { packageManager } = readJson(new URL('../package.json', import.meta.url))
  let output: string | undefined
  // Twice, because install scripts with downloads of their own fail temporarily more often.
  for (let attempts = 0; attempts < 2 && !isInstalled(folder); attempts++) {
    output = await run(folder, 'npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
  }
  return isInstalled(folder) ? undefined : output
}

function run(folder: URL, command: string, args: readonly string[]): Promise<string> {
  // Without a network, don't wait for ten attempts.
  const env = { ...process.env, npm_config_fetch_retries: '1' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: fileURLToPath(folder), env, shell: process.platform === 'win32' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve(error.message))
    child.on('close', () => resolve(output))
  })
}
