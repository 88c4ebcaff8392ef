import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { freePort } from 'test-servers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { enginesFolder, engineVersion, installEngines } from '../../../../tools/engines/engines.ts'
import { readGuide, type Step } from '../../../../tools/read-guide.ts'
import { type LocalRegistry, startRegistry } from '../../../../tools/release/local-registry.ts'
import { packAll } from '../../../../tools/release/pack.ts'
import { publishAll } from '../../../../tools/release/publish.ts'
import { installTools, npm, toolFile } from '../../../../tools/release/tools.ts'
import { repository } from '../../../../tools/release/workspace.ts'

// Follows the guide as a reader does: its commands in a shell and its programs in files, as printed, in an empty
// folder. Only the port of the emulator differs.
let folder: string
let registry: LocalRegistry
let steps: readonly Step[]
let env: Record<string, string>
const running: ChildProcess[] = []

beforeAll(async () => {
  await Promise.all([installTools(), installEngines()])
  const scratch = await mkdtemp(join(tmpdir(), 'getting-started-'))
  folder = join(scratch, 'project')
  await mkdir(folder)
  registry = await startRegistry(join(scratch, 'registry'))
  const tarballs = await packAll(repository, join(scratch, 'tarballs'))
  await publishAll(tarballs, { npm: [process.execPath, npm], args: registry.npmArgs, log: () => {} })
  steps = await readGuide('guides/getting-started')
  // Without settings of this machine. 3000, the port of the page's server, may be in use.
  env = {
    HOME: scratch,
    PORT: String(await freePort()),
    npm_config_registry: registry.url,
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
    NO_COLOR: '1',
    DENO_NO_UPDATE_CHECK: '1',
  }
})
afterAll(async () => {
  for (const child of running) end(child)
  await registry?.close()
  await rm(dirname(folder), { recursive: true, force: true })
})

/** Returns the commands below a heading. */
function commandsBelow(heading: string): readonly string[] {
  return steps.flatMap((step) => ('commands' in step && step.heading === heading ? step.commands : []))
}

interface Typed {
  readonly child: ChildProcess
  readonly output: { stdout: string; stderr: string }
}

/** Starts a command. `node` is the folder of the Node that comes first in the PATH, followed by that of npm and npx. */
function type(command: string, node = dirname(process.execPath)): Typed {
  const tools = [node, toolFile('.bin'), join(enginesFolder, 'node_modules/.bin'), process.env.PATH]
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    // In its own process group, so that what the shell starts can be ended with it.
    detached: true,
    env: { ...env, PATH: tools.join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (output.stdout += chunk))
  child.stderr.on('data', (chunk) => (output.stderr += chunk))
  return { child, output }
}

function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid)
}

/** Runs a command until it ends. */
async function finish(command: string, node?: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const { child, output } = type(command, node)
  const code = await new Promise<number>((resolve) => child.on('close', resolve))
  return { code, ...output }
}

it('installs the packages', async () => {
  const commands = commandsBelow('Install')
  expect(commands[0]).toBe('npm init -y')
  for (const command of commands) expect(await finish(command), command).toMatchObject({ code: 0, stderr: '' })
  // With this, a plain .js or .ts file would fail.
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toContain('"type": "commonjs"')
  for (const step of steps) if ('file' in step) await writeFile(join(folder, step.file), step.text)
})

it('starts the emulator, which writes a credentials file', async () => {
  const [install = '', start = ''] = commandsBelow('Credentials')
  expect(await finish(install)).toMatchObject({ code: 0, stderr: '' })
  expect(start).toContain('--port 8088')
  const emulator = type(start.replace('8088', String(await freePort())))
  await vi.waitFor(() => expect(emulator.output.stdout).toContain('Credentials in camunda.env'), { timeout: 30_000 })
  expect(emulator.output.stderr).toBe('')
  expect(existsSync(join(folder, 'camunda.env'))).toBe(true)
})

const nodes = ['node22', 'node', 'node26'].map((name) => [
  name,
  name === 'node' ? dirname(process.execPath) : join(enginesFolder, 'node_modules', name, 'bin'),
])
it.for([...nodes, ['deno'], ['bun']])('runs the first program with %s', async ([name = '', node], { skip }) => {
  skip(name !== 'node' && !engineVersion(name) && !process.env.CI, `${name} is not on this machine`)
  const command = commandsBelow('Node, Deno, Bun').find((line) => line.startsWith(node ? 'node ' : `${name} `))
  const { code, stdout, stderr } = await finish(command ?? '', node)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^\d+ active process instances on Camunda 8\.\d+\.\d+\n(\d{16,} [\w-]+ \d{4}-\S+\n){5}$/)
  expect(code).toBe(0)
})

it.for(nodes)('serves the page with %s', async ([name = '', node], { skip }) => {
  skip(name !== 'node' && !engineVersion(name) && !process.env.CI, `${name} is not on this machine`)
  const commands = [...commandsBelow('A page in a browser')]
  const serve = commands.pop() ?? ''
  if (!existsSync(join(folder, 'page.js')))
    for (const command of commands) expect(await finish(command), command).toMatchObject({ code: 0 })
  const { child, output } = type(serve, node)
  const response = await vi.waitFor(() => fetch(`http://127.0.0.1:${env.PORT}/page.js`), { timeout: 30_000 })
  expect(await response.text()).toContain('active process instances')
  end(child)
  await new Promise((resolve) => child.on('close', resolve))
  expect(output.stderr).toBe('')
})
