import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../src/report/report.ts'

let out: string
let report: Report
let printed: string

// A small bench of what needs no peers: every kind of measurement once.
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bench-smoke-'))
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const args = [
    '--quick',
    '--workers',
    '20',
    '--clients',
    'raw-fetch,x-auth,x-auth-fetch,x-operate,x-orchestration,x-orchestration-undici,naive',
    '--out',
    out,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, [
    main,
    ...args,
    '--scenarios',
    'revoked,two-servers,opaque',
  ])
  printed = stdout
  report = JSON.parse(await readFile(join(out, 'bench.json'), 'utf8'))
}, 300_000)
afterAll(() => rm(out, { recursive: true, force: true }))

test('token requests are counted: ours are the least, and code that knows no 401 fails', () => {
  const cell = (row: string, client: string) =>
    report.tokens?.find((one) => one.row === row && one.client === client)?.result
  expect(cell('opaque', 'x-operate')).toMatchObject({
    calls: 10,
    failed: 0,
    counts: { tokenRequests: 1, apiCalls: 10 },
  })
  expect(cell('revoked', 'x-operate')).toMatchObject({ calls: 5, failed: 0, counts: { tokenRequests: 2 } })
  expect(cell('revoked', 'naive')).toMatchObject({ calls: 5, failed: 5, counts: { tokenRequests: 1 } })
  expect(cell('two-servers', 'x-operate')).toMatchObject({ failed: 0, counts: { tokenRequests: 1, apiForeign: 0 } })
})

test('speed is told as a ratio to what was measured beside it', () => {
  expect(report.headers?.['x-auth']?.ratio).toBeGreaterThan(0)
  expect(Object.keys(report.requests?.fifty ?? {})).toEqual([
    'raw-fetch',
    'x-auth',
    'x-auth-fetch',
    'x-operate',
    'x-orchestration',
    'x-orchestration-undici',
    'naive',
  ])
  expect(report.requests?.one['x-operate']?.perSecond).toBeGreaterThan(0)
})

test('pages are read beside raw fetch, and their keys are looked at', () => {
  const exact = (version: 'v1' | 'v2') =>
    Object.entries(report.pages?.[version] ?? {}).map(([id, { exact }]) => [id, exact])
  expect(exact('v1')).toEqual([
    ['raw-fetch', false],
    ['x-operate', true],
  ])
  expect(exact('v2')).toEqual([
    ['raw-fetch', true],
    ['x-orchestration', true],
    ['x-orchestration-undici', true],
  ])
  expect(report.pages?.v2['x-orchestration']?.ratio).toBeGreaterThan(0)
})

test('a check costs something beside JSON.parse', () => {
  expect(report.checks?.v1.ratio).toBeGreaterThan(0)
  expect(report.checks?.v2.ratio).toBeGreaterThan(0)
})

test('types are counted beyond those of an empty file, and within the goal', () => {
  expect(Object.keys(report.types ?? {})).toEqual(['x-orchestration', 'x-orchestration-resource', 'x-operate'])
  expect(report.types?.['x-orchestration']?.types).toBeGreaterThan(report.types?.['x-operate']?.types ?? 0)
  expect(report.types?.['x-orchestration']?.types).toBeLessThanOrEqual(5000)
})

test('parsers are checked for exactness, not only timed', () => {
  const exact = Object.fromEntries(report.json?.withKeys.map(({ title, exact }) => [title, exact]) ?? [])
  expect(exact).toMatchObject({ 'JSON.parse (rounds keys)': false, '@x/rest parseJson': true })
})

test('weight is that of the built packages', () => {
  expect(report.installs?.['x-operate']?.packages).toBe(5)
  expect(report.overRest?.['@x/orchestration']).toBeGreaterThan(0)
  expect(report.sizes?.sizes.map(({ name }) => name)).toContain('@x/operate, the whole client checked')
  expect(report.bundles?.['x-operate']).toMatchObject({ nodeModules: [] })
  expect(report.bundles?.['x-operate']?.kilobytes).toBeGreaterThan(report.bundles?.['x-auth']?.kilobytes ?? 0)
})

test('the fleet is simulated, and all of it is printed and drawn', async () => {
  expect(report.fleets?.days[0]).toMatchObject({ title: '@x/auth, Redis', result: { tokenRequests: 2, failed: 0 } })
  for (const part of [
    'Goals:',
    'Token requests sent',
    'Speed over loopback',
    'A page of 5,000',
    'Exact JSON',
    'Weight',
    'Types:',
    'simulated workers',
  ]) {
    expect(printed).toContain(part)
  }
  expect(await readFile(join(out, 'bench.txt'), 'utf8')).toBe(printed.trimStart())
  expect(await readFile(join(out, 'bench.svg'), 'utf8')).toMatch(/^<svg [^>]+>[\s\S]+<\/svg>\n$/)
})
