import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const peers = new URL('../peers/', import.meta.url)
const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))

/** Whether the clients are there, in the versions that the tests were written for. */
export function hasPeers(): boolean {
  const { dependencies } = readJson(new URL('package.json', peers)) as { dependencies: Record<string, string> }
  return Object.entries(dependencies).every(([name, version]) => {
    const installed = new URL(`node_modules/${name}/package.json`, peers)
    return existsSync(installed) && readJson(installed).version === version
  })
}

/** Run by vitest before all tests. Without a network these tests are skipped on a laptop; CI fails. */
export async function setup(): Promise<void> {
  if (hasPeers()) return
  const { packageManager } = readJson(new URL('../../../package.json', peers))
  const output = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
  if (hasPeers()) return
  const message = `Camunda's clients could not be installed: nothing runs on our authenticator\n${output}`
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`skipped: ${message}\n`)
}

function run(command: string, args: readonly string[]): Promise<string> {
  // Whoever has no network shall not wait for the tenth attempt.
  const env = { ...process.env, npm_config_fetch_retries: '1' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: fileURLToPath(peers), env, shell: process.platform === 'win32' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve(error.message))
    child.on('close', () => resolve(output))
  })
}
