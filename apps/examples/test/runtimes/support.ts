import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { EmulatorServer } from '@x/emulator/node'
import { onTestFinished } from 'vitest'
import { enginesFolder } from '../../../../tools/engines/engines.ts'
import { readGuide } from '../../../../tools/read-guide.ts'
import { startCamunda } from '../support/camunda.ts'

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url))

export interface Reader {
  readonly folder: string
  readonly camunda: EmulatorServer
  /** Returns the commands below a heading, as printed. */
  commands(heading: string): readonly string[]
  /** Runs a command until it ends. `started` is called as soon as it runs. */
  type(command: string, options?: TypeOptions): Promise<Typed>
}
export interface TypeOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}
export interface Typed {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Follows a page about a runtime: in an empty folder, with its files as printed, the packages that it installs (linked
 * instead of downloaded), and the credentials file of an emulator.
 */
export async function follow(page: string): Promise<Reader> {
  const steps = await readGuide(`runtimes/${page}`)
  const folder = await mkdtemp(join(tmpdir(), `${page}-`))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const commands = (heading: string) =>
    steps.flatMap((step) => ('commands' in step && step.heading === heading ? step.commands : []))
  // The result of `npm init -y` and `npm install`.
  const packages = commands('Install').flatMap((command) => command.match(/@x\/\w+/g) ?? [])
  const dependencies = Object.fromEntries(packages.map((name) => [name, '*']))
  const manifest = { name: 'project', type: 'commonjs', dependencies }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await mkdir(join(folder, 'node_modules/@x'), { recursive: true })
  const linked = [...packages, ...(commands('Install').join().includes('esbuild') ? ['esbuild', '.bin'] : [])]
  for (const name of linked) await symlink(join(installed, name), join(folder, 'node_modules', name))

  const camunda = await startCamunda({ rateLimit: false })
  await writeFile(join(folder, 'camunda.env'), camunda.emulator.credentialsFile('cluster'))
  for (const step of steps) {
    if (!('file' in step)) continue
    await mkdir(dirname(join(folder, step.file)), { recursive: true })
    await writeFile(join(folder, step.file), step.text)
  }
  const type = (command: string, { env = {}, signal }: TypeOptions = {}): Promise<Typed> => {
    const tools = [dirname(process.execPath), join(enginesFolder, 'node_modules/.bin'), process.env.PATH]
    const child = spawn('sh', ['-c', `exec ${command}`], {
      cwd: folder,
      env: { HOME: folder, PATH: tools.join(delimiter), NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    signal?.addEventListener('abort', () => child.kill('SIGTERM'))
    const output = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => (output.stdout += chunk))
    child.stderr.on('data', (chunk) => (output.stderr += chunk))
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })))
  }
  return { folder, camunda, commands, type }
}
