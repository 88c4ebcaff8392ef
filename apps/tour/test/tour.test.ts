import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
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

/** Runs the tour as `npm start` does: a process of its own, started from `folder`. */
function tour(...args: string[]): Promise<Run> {
  const env = { ...process.env, CALLER_FOLDER: folder }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

describe('the tour', () => {
  it('walks Console and Operate of the embedded Camunda with two tokens', async () => {
    const { code, stdout, stderr } = await tour('--json', '--once')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const result = JSON.parse(stdout)
    expect(result.tokenRequests).toBe(2)
    expect(result.calls).toBeGreaterThan(20)
    expect(result.rows.filter((row: { failed: boolean }) => row.failed)).toEqual([])
    expect(result.mistakes.map(({ answer }: { answer: string }) => answer)).toEqual([
      expect.stringContaining('token_rejected'),
      expect.stringContaining('no request sent'),
      expect.stringContaining('CAMUNDA_CLUSTER_REGION'),
      expect.stringContaining('no-such-file.txt'),
    ])
  })

  it('prints a line for each call, and what it came to', async () => {
    const { code, stdout } = await tour('--once')
    expect(code).toBe(0)
    expect(stdout).toMatch(/✓ incidents\.searchAll .*\d+ incidents, page by page/)
    expect(stdout).toMatch(/\d+ calls, 2 tokens/)
  })

  it.each(['cluster', 'organization'] as const)('walks a service with the file of a %s client alone', async (kind) => {
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
  })

  it('then serves the playground, with the walked Camunda behind a proxy, until it is interrupted', async () => {
    const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      let url: string | undefined
      for await (const chunk of child.stdout) {
        url = /http:\/\/127\.0\.0\.1:\d+\/open\/\S+/.exec(`${chunk}`)?.[0]
        if (url) break
      }
      expect(url).toBeDefined()
      const opened = await fetch(url as string, { redirect: 'manual' })
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
      child.kill('SIGINT')
    }
    expect(await once(child, 'close')).toEqual([0, null])
  })

  it('says in one line what is wrong with a file, and fails', async () => {
    await writeFile(join(folder, 'page.txt'), '<!doctype html><html><title>Sign in</title></html>')
    for (const file of ['missing.txt', 'page.txt']) {
      const { code, stdout, stderr } = await tour('--credentials', file)
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('keeps its columns, however long the names of the service are', async () => {
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
  ])('refuses %j in one line', async (args, message) => {
    expect(await tour(...args)).toEqual({ code: 1, stdout: '', stderr: `${message}\n` })
  })
})

describe('npm start', () => {
  it('ends with the error of the tour and its exit code, and adds nothing of its own', async () => {
    const bootstrap = new URL('../../../tools/bootstrap.mjs', import.meta.url).pathname
    const run = promisify(execFile)(process.execPath, [bootstrap, 'start', '--nonsense'])
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Installing …\nBuilding …\nUnknown option '--nonsense'\.[^\n]*\n$/),
    })
  })
})
