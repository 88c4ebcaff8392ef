import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { tokenForm } from './support.ts'

// Each command is a process that loads the sources: on a busy machine several of them take their time.
vi.setConfig({ testTimeout: 60_000 })

const directory = mkdtempSync(join(tmpdir(), 'emulator-cli-'))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => rmSync(directory, { recursive: true }))

interface Command {
  readonly child: ChildProcess
  /** Everything it has printed, once a line begins with `start`. */
  printed(start: string): Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly error: string }>
}

function run(...args: string[]): Command {
  return runNode([], args)
}

function runNode(options: readonly string[], args: readonly string[]): Command {
  const cli = new URL('../src/cli.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [...options, cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let out = ''
  let error = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text
  })
  const ended = new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, out, error })
    })
  })
  const printed = (start: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const at = out.indexOf(start)
        if (at >= 0 && out.includes('\n', at)) resolve(out)
      }
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`It ended and never printed ${start}: ${out}${error}`)))
      look()
    })
  return { child, printed, ended }
}

test('serves, writes credentials for the owner only, and ends with SIGINT', async () => {
  const file = join(directory, 'camunda.env')
  const { child, printed, ended } = run('--credentials-out', file, '--token-lifetime', '60')
  const out = await printed('  ZEEBE_ADDRESS')
  expect(out).toMatch(/Emulated Camunda 8 at http:\/\/127\.0\.0\.1:\d+\n/)
  expect(out).toMatch(/^ {2}modeler +http.*\/modeler$/m)
  expect(out).toContain('CAMUNDA_CONSOLE_CLIENT_ID')
  const credentials = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const values = Object.fromEntries(
    [...credentials.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value as string]),
  ) as Record<'CAMUNDA_CLIENT_ID' | 'CAMUNDA_CLIENT_SECRET' | 'CAMUNDA_OAUTH_URL', string>
  expect(out).not.toContain(values.CAMUNDA_CLIENT_SECRET)
  const tokenUrl = values.CAMUNDA_OAUTH_URL
  const pair = { tokenUrl, clientId: values.CAMUNDA_CLIENT_ID, clientSecret: values.CAMUNDA_CLIENT_SECRET }
  const response = await fetch(tokenUrl, tokenForm(pair, 'operate.camunda.io'))
  expect(await response.json()).toMatchObject({ expires_in: 60 })
  child.kill('SIGINT')
  expect((await ended).code).toBe(0)
})

test('overwrites a file when told to only, and then for the owner only', async () => {
  const file = join(directory, 'mine.txt')
  writeFileSync(file, 'precious')
  chmodSync(file, 0o644)
  const { code, error } = await run('--credentials-out', file).ended
  expect([code, error]).toEqual([1, `camunda-emulator: ${file} exists. Use --force to overwrite it.\n`])
  expect(readFileSync(file, 'utf8')).toBe('precious')
  const { child, printed, ended } = run('--credentials-out', file, '--force', '--no-rate-limit')
  await printed('  ZEEBE_ADDRESS')
  expect(readFileSync(file, 'utf8')).toMatch(/^export ZEEBE_ADDRESS=/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

test('says in one line what is wrong', async () => {
  const first = run()
  const out = await first.printed('Emulated Camunda 8 at')
  const port = /127\.0\.0\.1:(\d+)/.exec(out)?.[1] ?? ''
  const cases: [args: string[], says: RegExp][] = [
    [['--port', port], new RegExp(`Port ${port} is in use\\. Choose another with --port`)],
    [['--port', 'http'], /--port must be a whole number from 0 to 65535/],
    [['--port', '65536'], /--port must be/],
    [['--token-lifetime', '0'], /--token-lifetime must be/],
    [['--prot', '1'], /--prot/],
    [['--credentials-out', join(directory, 'no', 'such', 'place')], /no such file or directory/],
  ]
  await Promise.all(
    cases.map(async ([args, says]) => {
      const { code, error } = await run(...args).ended
      expect(code).toBe(1)
      expect(error).toMatch(/^camunda-emulator: [^\n]+\n$/)
      expect(error).toMatch(says)
    }),
  )
})

test('refuses a Node that cannot read 64-bit keys', async () => {
  const { code, error } = await runNode(['--import', 'data:text/javascript,delete JSON.rawJSON'], []).ended
  expect([code, error]).toEqual([1, `camunda-emulator: Node 22 or newer is needed; this is ${process.version}.\n`])
})

test('--help tells the options and ends', async () => {
  const { code, out } = await run('--help').ended
  expect(code).toBe(0)
  for (const option of ['--port', '--credentials-out', '--force', '--token-lifetime', '--no-rate-limit']) {
    expect(out).toContain(option)
  }
})
