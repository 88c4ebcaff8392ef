// Heavy packages that only some tests need are in folders with their own lockfile, so that `npm start` and `pnpm
// install` never install them. Those tests install them if they are missing.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
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
  const unlock = await lock(folder)
  try {
    let output: string | undefined
    // Twice, because install scripts with downloads of their own fail temporarily more often.
    for (let attempts = 0; attempts < 2 && !isInstalled(folder); attempts++) {
      output = await run(folder, 'npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
    }
    return isInstalled(folder) ? undefined : output
  } finally {
    unlock()
  }
}

/** Waits until no other process installs here: suites share folders, and two installations at once break each other. */
async function lock(folder: URL): Promise<() => void> {
  const file = new URL('.installing', folder)
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (isStale(file)) rmSync(file, { force: true })
    await sleep(200)
  }
}

/** Whether the process that made a lock was killed. Its number may be another's by now, so a lock lasts ten minutes. */
function isStale(file: URL): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    // Signal 0 only checks. An empty file, which is not written yet, checks our own group, which exists.
    return age > 600_000 || !process.kill(Number(readFileSync(file, 'utf8')), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
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
