import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { bpmn, sequence, serviceTask } from './orchestration/models.ts'
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
  /** What it has written to stderr. */
  errors(): string
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly error: string }>
}

/** On a free port, unless another is named. */
function run(...args: string[]): Command {
  return runNode([], ['--port', '0', ...args])
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
  return { child, printed, errors: () => error, ended }
}

test('serves, writes credentials that only the owner can read, and exits on SIGINT', async () => {
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

test('overwrites a file only with the option, and then for the owner only', async () => {
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

test('prints one line about a mistake in the command line, and exits with 2', async () => {
  const cases: [args: string[], says: string][] = [
    [['--port', 'http'], '--port must be a whole number from 0 to 65535.'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535.'],
    [['--port=-1'], '--port must be a whole number from 0 to 65535.'],
    [['--port'], '--port requires a value.'],
    [['--host', '--quiet'], '--host requires a value.'],
    [['--host='], '--host requires a value.'],
    [['--seed', '1.5'], '--seed must be a whole number from 0 to 4294967295.'],
    [['--token-lifetime', '0'], '--token-lifetime must be a whole number from 1 to 2147483648.'],
    [['--version', '8.5'], '--version must be one of 8.6, 8.7, 8.8, 8.9, 8.10.'],
    [['--storage'], '--storage requires a value.'],
    [['--storage', 'sql'], '--storage must be one of search, rdbms, none.'],
    [['--samples', 'many'], '--samples must be a whole number from 0 to 100000.'],
    [['--force=yes'], '--force takes no value.'],
    [['--prot', '1'], 'Unknown option --prot. Run with --help to see all options.'],
    [['--no-quiet'], 'Unknown option --no-quiet. Run with --help to see all options.'],
    [['-x'], 'Unknown option -x. Run with --help to see all options.'],
    [['--deploy', 'nowhere/**'], '--deploy nowhere/** matches no .bpmn, .dmn or .form file.'],
    [
      ['--deploy', 'a.bpmn', 'b.bpmn'],
      "Unexpected argument b.bpmn. Put the pattern of --deploy in quotes: --deploy 'models/**'.",
    ],
    [['8088'], 'Unexpected argument 8088. Run with --help to see all options.'],
    [
      ['--origin', 'camunda:8088'],
      '--origin must be a scheme, a host and a port only, for example http://127.0.0.1:8088.',
    ],
  ]
  await Promise.all(
    cases.map(async ([args, says]) => {
      const { code, out, error } = await run(...args).ended
      expect([code, out, error]).toEqual([2, '', `camunda-emulator: ${says}\n`])
    }),
  )
})

test('prints one line about a failure of the machine, and exits with 1', async () => {
  const first = run()
  const out = await first.printed('Emulated Camunda 8 at')
  const port = /127\.0\.0\.1:(\d+)/.exec(out)?.[1] ?? ''
  const cases: [args: string[], says: string | RegExp][] = [
    [['--port', port], `Port ${port} is in use. Choose another with --port, or 0 for a free one.`],
    [['--host', '192.0.2.1'], '--host must be an address of this machine; 192.0.2.1 is not.'],
    [['--credentials-out', join(directory, 'no', 'such', 'place')], /no such file or directory/],
  ]
  await Promise.all(
    cases.map(async ([args, says]) => {
      const { code, error } = await run(...args).ended
      expect([code, error]).toEqual([1, expect.stringMatching(/^camunda-emulator: [^\n]+\n$/)])
      if (typeof says === 'string') expect(error).toBe(`camunda-emulator: ${says}\n`)
      else expect(error).toMatch(says)
    }),
  )
})

test('logs each request to stderr, without its query, unless --quiet is set', async () => {
  const commands = [run('--no-rate-limit'), run('--no-rate-limit', '--quiet')]
  for (const [index, { child, printed, errors, ended }] of commands.entries()) {
    const [, url = ''] = /at (http:\S+)/.exec(await printed('  modeler')) ?? []
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'a', client_secret: 'MARKER' })
    await fetch(`${url}/oauth/token?client_secret=MARKER`, { method: 'POST', body })
    await fetch(`${url}/console/meta/ip-ranges`)
    child.kill('SIGINT')
    await ended
    const lines = ['POST /oauth/token 401', 'GET /console/meta/ip-ranges 200']
    expect(errors().replaceAll(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z /gm, '')).toBe(index === 0 ? `${lines.join('\n')}\n` : '')
  }
})

test('serves other machines with the option, with a warning and with the address that they use', async () => {
  const file = join(directory, 'shared.env')
  const args = ['--host', '0.0.0.0', '--origin', 'http://camunda:8088', '--credentials-out', file, '--quiet']
  const { child, printed, errors, ended } = run('--self-managed', ...args)
  const out = await printed('  ZEEBE_CLIENT_ID')
  expect(out).toContain('Emulated Camunda 8 at http://camunda:8088\n')
  expect(out).toMatch(/^ {2}login +http:\/\/camunda:8088\/operate\/login$/m)
  expect(out).not.toContain('console')
  const credentials = readFileSync(file, 'utf8')
  expect(credentials).toContain("CAMUNDA_OPERATE_BASE_URL='http://camunda:8088/operate'")
  expect(credentials).toContain("CAMUNDA_CLIENT_MODE='self-managed'")
  expect(errors()).toBe('Warning: --host 0.0.0.0 lets other machines use the emulator, which has no real security.\n')
  child.kill('SIGINT')
  expect((await ended).code).toBe(0)
})

describe('--deploy', () => {
  const models = join(directory, 'models')
  const file = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(models, path)), { recursive: true })
    writeFileSync(join(models, path), content)
  }
  beforeAll(async () => {
    for (const id of ['order', 'invoice']) {
      file(`${id}/${id}.bpmn`, await bpmn(id, sequence('charge') + serviceTask('charge')).bytes())
    }
    file('order/readme.md', 'Not a model')
    file('node_modules/dependency/other.bpmn', 'Not ours')
  })

  test('deploys files, folders and patterns at the start', async () => {
    const args = ['--deploy', join(models, 'order/*'), '--deploy', models, '--deploy', join(models, 'order/readme.md')]
    const { child, printed, ended } = run('--self-managed', ...args)
    const out = await printed('Deployed resource')
    expect([...out.matchAll(/^Deployed (\S+ \S+)/gm)].map(([, what]) => what)).toEqual([
      'process order',
      'process invoice',
      `resource ${models}/order/readme.md`,
    ])
    const [, url = ''] = /^ {2}orchestration +(\S+)$/m.exec(out) ?? []
    const authorization = `Basic ${btoa('demo:demo')}`
    const headers = { authorization, 'content-type': 'application/json' }
    const body = JSON.stringify({ processDefinitionId: 'order' })
    const response = await fetch(`${url}/v2/process-instances`, { method: 'POST', headers, body })
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ processDefinitionId: 'order', processDefinitionVersion: 1 }),
    ])
    // The sample processes are not there.
    const found = await fetch(`${url}/v2/process-instances/search`, { method: 'POST', headers, body: '{}' })
    expect(await found.json()).toMatchObject({ page: { totalItems: 1 } })
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })

  test('lists all problems of all files, and exits with 1 without writing credentials', async () => {
    file('broken/one.bpmn', 'no XML')
    file('broken/two.bpmn', await bpmn('two', sequence('pay') + serviceTask('pay', '=(')).bytes())
    const credentials = join(directory, 'none.env')
    const { code, out, error } = await run('--deploy', join(models, 'broken/**'), '--credentials-out', credentials)
      .ended
    expect([code, out, existsSync(credentials)]).toEqual([1, '', false])
    const [first, ...problems] = error.trimEnd().split('\n')
    expect(first).toBe('camunda-emulator: nothing was deployed:')
    expect(problems).toContainEqual(expect.stringContaining(`${models}/broken/one.bpmn:`))
    expect(problems).toContainEqual(expect.stringMatching(/broken\/two\.bpmn:\d+: pay: /))
  })
})

test('creates the same credentials from the same seed', async () => {
  const [one, same, other] = await Promise.all(
    ['7', '7', '8'].map(async (seed) => {
      const file = join(directory, `seed-${crypto.randomUUID()}.env`)
      const { child, printed, ended } = run('--seed', seed, '--credentials-out', file)
      await printed('  ZEEBE_ADDRESS')
      child.kill('SIGINT')
      await ended
      return /CLIENT_SECRET='[^']+'/.exec(readFileSync(file, 'utf8'))?.[0]
    }),
  )
  expect(same).toBe(one)
  expect(other).not.toBe(one)
})

test('rejects a Node version that cannot read 64-bit keys', async () => {
  const { code, error } = await runNode(['--import', 'data:text/javascript,delete JSON.rawJSON'], []).ended
  expect([code, error]).toEqual([1, `camunda-emulator: Node 22 or newer is needed; this is ${process.version}.\n`])
})

test('--help lists every option that the README lists, in lines that fit a terminal', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const documented = [...readme.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option)
  const { code, out, error } = await run('--help').ended
  expect([code, error]).toEqual([0, ''])
  const listed = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option)
  expect(listed).toEqual(documented)
  expect(listed).toContain('--host')
  expect(out).toContain('(default 8088)')
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
})

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  for (const args of [['--version'], ['-v'], ['--version', '--quiet']]) {
    const { code, out } = await run(...args).ended
    expect([code, out]).toEqual([0, `${version}\n`])
  }
})

test('--version 8.N and --storage configure the cluster', async () => {
  const { child, printed, ended } = run('--self-managed', '--version', '8.9', '--storage', 'rdbms')
  const out = await printed('  hub ')
  const [, operate = ''] = /^ {2}operate +(\S+)/m.exec(out) ?? []
  const headers = { authorization: `Basic ${btoa('demo:demo')}` }
  expect((await fetch(`${operate}/v1/process-instances/search`, { method: 'POST', headers })).status).toBe(404)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})
