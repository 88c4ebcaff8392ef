import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { serve } from '@x/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = new URL('../src/main.ts', import.meta.url).pathname
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tour-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the tour like `npm start`: as a separate process, started from `folder`. */
function tour(...args: string[]): Promise<Run> {
  const env = { ...process.env, CALLER_FOLDER: folder }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

/** The address of the playground, which the tour prints last. */
async function printedUrl({ stdout }: { readonly stdout: Readable }): Promise<string> {
  let printed = ''
  for await (const chunk of stdout) {
    printed += chunk
    const url = /http:\/\/127\.0\.0\.1:\d+\/(open\/\S+)?(?=\n {2}Open)/.exec(printed)?.[0]
    if (url) return url
  }
  throw new Error('The tour printed no address.')
}

describe('the tour', () => {
  it('walks through Console and Operate of the embedded Camunda, and works on jobs, with three tokens', async () => {
    const { code, stdout, stderr } = await tour('--json', '--once')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const result = JSON.parse(stdout)
    expect(result.tokenRequests).toBe(3)
    expect(result.calls).toBeGreaterThan(80)
    expect(result.rows.filter((row: { failed: boolean }) => row.failed)).toEqual([])
    expect(result.mistakes.map(({ answer }: { answer: string }) => answer)).toEqual([
      expect.stringContaining('token_rejected'),
      expect.stringContaining('no request sent'),
      expect.stringContaining('CAMUNDA_CLUSTER_REGION'),
      expect.stringContaining('no-such-file.txt'),
    ])
  })

  it('prints a line for each call, and a summary', async () => {
    const { code, stdout } = await tour('--once')
    expect(code).toBe(0)
    expect(stdout).toMatch(/✓ incidents\.searchAll .*\d+ incidents, page by page/)
    expect(stdout).toMatch(/\d+ calls, 3 tokens/)
  })

  it('deploys a process, starts instances, works on their jobs and finds the completed instances', async () => {
    const { rows } = JSON.parse((await tour('--json', '--once')).stdout)
    const found = rows.map(({ call, result }: { call: string; result: string }) => `${call} → ${result}`)
    expect(found.slice(-4)).toEqual([
      'deploy: deployments.create → tour-order, version 1',
      'start: processInstances.create → 20 instances',
      expect.stringMatching(
        /^work: charge-card, then ship-parcel → 40 jobs completed, 1 failed and retried, \d+ polls$/,
      ),
      'done: processInstances.search COMPLETED → 20 of 20 instances',
    ])
  })

  it.each(['cluster', 'organization'] as const)(
    'walks through a service with only the file of a %s client',
    async (kind) => {
      const { emulator, close } = await serve()
      try {
        await writeFile(join(folder, `${kind}.txt`), emulator.credentialsFile(kind))
        const { code, stdout } = await tour('--credentials', `${kind}.txt`, '--json')
        expect(code).toBe(0)
        const { calls, tokenRequests, mistakes } = JSON.parse(stdout)
        expect(tokenRequests).toBe(1)
        expect(emulator.journal.count({ kind: 'token' })).toBe(1)
        expect(calls).toBeGreaterThan(5)
        expect(mistakes).toEqual([])
        const changes = emulator.journal.entries.filter(
          ({ kind, method, path }) => kind !== 'token' && method !== 'GET' && !path.endsWith('/search'),
        )
        expect(changes).toEqual([])
      } finally {
        await close()
      }
    },
  )

  it('then serves the playground, with sample data or your Camunda behind a proxy, until it is interrupted', async () => {
    const camunda = await serve()
    await writeFile(join(folder, 'both.txt'), camunda.emulator.credentialsFile('both'))
    const sample = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const yours = spawn(process.execPath, [main, '--port', '0', '--credentials', 'both.txt'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CALLER_FOLDER: folder },
    })
    const closed = [sample, yours].map((child) => once(child, 'close'))
    try {
      const plain = await printedUrl(sample)
      expect(await (await fetch(plain)).text()).toContain('<title>Camunda 8 playground</title>')
      expect((await fetch(new URL('/camunda/console/clusters', plain))).status).toBe(404)

      const url = await printedUrl(yours)
      const opened = await fetch(url, { redirect: 'manual' })
      expect(opened.status).toBe(303)
      const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] as string
      const page = await fetch(new URL(opened.headers.get('location') as string, url), { headers: { cookie } })
      expect(await page.text()).toContain('<title>Camunda 8 playground</title>')

      const clusters = new URL('/camunda/console/clusters', url)
      const headers = { 'x-csrf': '1', origin: clusters.origin }
      const answer = await fetch(clusters, { headers: { ...headers, cookie } })
      expect(await answer.json()).toHaveLength(2)
      expect((await fetch(clusters, { headers })).status).toBe(401)
    } finally {
      sample.kill('SIGINT')
      yours.kill('SIGINT')
    }
    expect(await Promise.all(closed)).toEqual([
      [0, null],
      [0, null],
    ])
    await camunda.close()
  })

  it('prints one line about a problem with a file, and fails', async () => {
    await writeFile(join(folder, 'page.txt'), '<!doctype html><html><title>Sign in</title></html>')
    for (const file of ['missing.txt', 'page.txt']) {
      const { code, stdout, stderr } = await tour('--credentials', file)
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('keeps its columns aligned, however long the names of the service are', async () => {
    const clusters = ['short', 'long '.repeat(10)].map((name) => ({ name }))
    const { emulator, close } = await serve({ clusters })
    try {
      await writeFile(join(folder, 'long.txt'), emulator.credentialsFile('organization'))
      const { stdout } = await tour('--credentials', 'long.txt', '--once')
      const rows = stdout.split('\n').filter((line) => line.includes('✓'))
      expect(rows.some((row) => row.includes('…  '))).toBe(true)
      expect(new Set(rows.map((row) => row.indexOf(' ms  '))).size).toBe(1)
    } finally {
      await close()
    }
  })

  it('shows its options', async () => {
    expect((await tour('--help')).stdout).toContain('--credentials FILE')
  })

  const help = 'Run `npm start -- --help` to see all options.'
  it.each([
    [['--credentails', 'x'], `Unknown option '--credentails'. ${help}`],
    [['file.txt'], `Unexpected argument 'file.txt'. ${help}`],
    [['--credentials'], `Option '--credentials <value>' argument missing. ${help}`],
    [['--json=yes'], `Option '--json' does not take an argument. ${help}`],
    [['--port', '--once'], `Option '--port' argument is ambiguous. ${help}`],
    [['--port', '99999'], '--port must be a whole number from 0 to 65535.'],
    [['--port', ''], '--port must be a whole number from 0 to 65535.'],
  ])('rejects %j in one line', async (args, message) => {
    expect(await tour(...args)).toEqual({ code: 1, stdout: '', stderr: `${message}\n` })
  })
})

describe('npm start', () => {
  it('exits with the error and exit code of the tour, and adds nothing', async () => {
    const bootstrap = new URL('../../../tools/bootstrap.mjs', import.meta.url).pathname
    const run = promisify(execFile)(process.execPath, [bootstrap, 'start', '--nonsense'])
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Installing …\nBuilding …\nUnknown option '--nonsense'\.[^\n]*\n$/),
    })
  })
})
