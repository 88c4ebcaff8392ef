import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const peers = new URL('../../peers/', import.meta.url)
const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))

/** Whether the SDK is there, in the version that the tests were written for. */
export function hasSdk(): boolean {
  const installed = new URL('node_modules/@camunda8/sdk/package.json', peers)
  const wanted = readJson(new URL('package.json', peers)).dependencies['@camunda8/sdk']
  return existsSync(installed) && readJson(installed).version === wanted
}

/** Run by vitest before all tests. Without a network the SDK's tests are skipped on a laptop; CI fails. */
export async function setup(): Promise<void> {
  if (hasSdk()) return
  const { packageManager } = readJson(new URL('../../../package.json', peers))
  const install = ['--yes', packageManager, 'install', '--frozen-lockfile']
  const output = await run('npx', install)
  if (hasSdk()) return
  const message = `@camunda8/sdk could not be installed: it does not drive the emulator\n${output}`
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
