import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
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
    const { code, stdout } = await tour()
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

  it('shows its options', async () => {
    expect((await tour('--help')).stdout).toContain('--credentials FILE')
    const { code, stderr } = await tour('--credentails', 'x')
    expect(code).toBe(1)
    expect(stderr).toContain('--credentails')
  })
})
