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

// A small bench without peers: every kind of measurement once.
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bench-smoke-'))
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const args = [
    '--smoke',
    '--clients',
    'raw-fetch,x-auth,x-operate,x-orchestration,x-camunda,naive,x-worker,x-worker-undici',
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
}, 600_000)
afterAll(() => rm(out, { recursive: true, force: true }))

test('token requests are counted: ours are the fewest, and code that ignores a 401 fails', () => {
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

test('speed is a ratio to the limit that was measured next to it', () => {
  expect(report.headers?.['x-auth']?.ratio).toBeGreaterThan(0)
  expect(Object.keys(report.requests?.fifty ?? {})).toEqual([
    'raw-fetch',
    'x-auth',
    'x-operate',
    'x-orchestration',
    'x-camunda',
    'naive',
  ])
  expect(report.requests?.one['x-operate']?.perSecond).toBeGreaterThan(0)
})

test('the overhead of the front door is a share of a call', () => {
  const { callUs = 0, share } = report.frontDoor ?? {}
  expect(callUs).toBeGreaterThan(0)
  expect(share).toBe((report.frontDoor?.addedUs ?? 0) / callUs)
})

test('workers are compared with a loop by hand', () => {
  expect(Object.keys(report.jobs ?? {})).toEqual(['by-hand', 'by-hand-careful', 'x-worker', 'x-worker-undici'])
  const figures = report.jobs?.['x-worker']
  expect(figures?.nothing.perSecond).toBeGreaterThan(0)
  expect(figures?.nothing.cpuRatio).toBeGreaterThan(0)
  expect(figures?.network.requestsPerJob).toBeGreaterThan(1)
  expect(figures?.idlePolls).toBe(1.5)
  expect(figures?.latencyMs).toBeGreaterThan(0)
  expect(printed).toContain('The loop has no time limit')
})

test('the engine runs process instances, and its memory is measured', () => {
  expect(report.engine).toMatchObject({ instances: 1000 })
  expect(report.engine?.perCoreSecond).toBeGreaterThan(0)
  expect(report.engine?.bytes).toBeGreaterThan(1000)
  expect(report.engine?.bytes).toBeLessThanOrEqual(4000)
})

test('pages are compared with raw fetch, and their keys are checked', () => {
  const exact = (version: 'v1' | 'v2') =>
    Object.entries(report.pages?.[version] ?? {}).map(([id, { exact }]) => [id, exact])
  expect(exact('v1')).toEqual([
    ['raw-fetch', false],
    ['x-operate', true],
  ])
  expect(exact('v2')).toEqual([
    ['raw-fetch', true],
    ['x-orchestration', true],
    ['x-camunda', true],
  ])
  expect(report.pages?.v2['x-orchestration']?.ratio).toBeGreaterThan(0)
})

test('a check has a cost relative to JSON.parse', () => {
  expect(report.checks?.v1.ratio).toBeGreaterThan(0)
  expect(report.checks?.v2.ratio).toBeGreaterThan(0)
})

test('types are counted in addition to those of an empty file, and meet the goal', () => {
  expect(Object.keys(report.types ?? {})).toEqual(['x-orchestration'])
  expect(report.types?.['x-orchestration']?.types).toBeGreaterThan(0)
  expect(report.types?.['x-orchestration']?.types).toBeLessThanOrEqual(5000)
})

test('parsers are checked for exactness, not only timed', () => {
  const exact = Object.fromEntries(report.json?.withKeys.map(({ title, exact }) => [title, exact]) ?? [])
  expect(exact).toMatchObject({ 'JSON.parse (rounds keys)': false, '@x/rest parseJson': true })
})

test('sizes are those of the built packages', () => {
  expect(report.installs?.['x-operate']?.packages).toBe(5)
  expect(report.overRest?.['@x/orchestration']).toBeGreaterThan(0)
  expect(report.sizes?.sizes.map(({ name }) => name)).toContain('@x/operate, the whole client checked')
  expect(report.bundles?.['x-operate']).toMatchObject({ nodeModules: [] })
  expect(report.bundles?.['x-operate']?.kilobytes).toBeGreaterThan(report.bundles?.['x-auth']?.kilobytes ?? 0)
})

test('the fleet is simulated, and the complete report is printed and drawn', async () => {
  expect(report.fleets?.days[0]).toMatchObject({ title: '@x/auth, Redis', result: { tokenRequests: 2, failed: 0 } })
  for (const part of [
    'Goals:',
    'Token requests sent',
    'Speed over loopback',
    'Job workers',
    'process instances in @x/engine',
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
