import { expect, test } from 'vitest'
import { goalsOf } from '../src/report/goals.ts'
import { findLosses } from '../src/report/losses.ts'
import type { Report } from '../src/report/report.ts'
import type { Rate } from '../src/speed/measure-in-turns.ts'

const machine = { date: '', commit: '', node: '', system: '', cpu: '', cores: 2, memoryGB: 1, load: 0 }
const empty: Report = { machine, versions: {} }
const rate = (ratio: number): Rate => ({ perSecond: 1, ratio, spread: 0, cpuUs: 1, cpuRatio: 1 })
const figures = (report: Partial<Report>) =>
  goalsOf({ ...empty, ...report }).map(({ title, figure, isMet }) => [title, figure, isMet])

test('unmeasured figures have no goals', () => {
  expect(goalsOf(empty)).toEqual([])
})

test('a figure is rounded against us, so that it never looks like a missed goal that was met', () => {
  const fifty = { 'x-operate': rate(0.8499), 'x-operate-undici': rate(1.6), 'x-orchestration': rate(0.851) }
  expect(figures({ requests: { one: {}, fifty } })).toEqual([
    ['A typed call of @x/operate, 50 at once', '0.84', false],
    ['A typed call of @x/operate over undici, 50 at once', '1.60', true],
    ['A typed call of @x/orchestration, 50 at once', '0.85', true],
  ])
  const types = { 'x-orchestration': { types: 5001, instantiations: 1, seconds: 0.4901 } }
  expect(figures({ types, overRest: { '@x/orchestration': 5.01 } })).toEqual([
    ['Types that @x/orchestration loads', '5,001', false],
    ['Compiler time of @x/orchestration', '0.50', true],
    ['Import of @x/orchestration', '5.1', false],
  ])
})

test('the front door has a goal relative to the client behind it', () => {
  expect(figures({ frontDoor: { addedUs: 4.01, callUs: 200, share: 0.02005 } })).toEqual([
    ['Overhead of @x/camunda per call', '2.01', false],
  ])
})

test('a worker has goals, and better peers are named', () => {
  const measured = (ratio: number, latencyMs: number) => {
    const of = { perSecond: 1, ratio, spread: 0, cpuUs: 1, cpuRatio: 1.2, requestsPerJob: 1.125 }
    return { nothing: of, network: of, idlePolls: 1.5, latencyMs }
  }
  const jobs = { 'x-worker': measured(0.95, 2), 'camunda-sdk': measured(0.2, 1) }
  expect(figures({ jobs })).toEqual([
    ['Jobs that do nothing', '0.95', true],
    ['CPU of a job that does nothing', '1.20', false],
    ['Jobs of 10 ms, responses of 5 ms', '0.95', false],
    ['Requests per job of 10 ms', '1.13', false],
    ['Polls of an idle worker', '1.50', true],
    ['Time from a new job to its handler', '2.00', true],
  ])
  expect(findLosses({ ...empty, jobs })).toEqual(['A new job: @camunda8/sdk, REST calls its handler earlier.'])
})

test('the engine has goals for its speed on one core, and for its memory', () => {
  const engine = { instances: 1, perSecond: 9000, spread: 0, cpuUs: 201, perCoreSecond: 4975.1, bytes: 3999 }
  expect(figures({ engine })).toEqual([
    ['Process instances of five tasks in @x/engine', '4,975', false],
    ['A finished process instance with its history', '4.00', true],
  ])
})

test('sizes have goals, independent of the budget', () => {
  const size = (name: string, size: number) => ({ name, size, sizeLimit: 99_000 })
  const sizes = [
    size('@x/auth with memory storage', 6994),
    size('@x/orchestration, one resource unchecked', 5501),
    size('@x/operate, one resource checked', 9500),
    size('@x/orchestration, the whole client unchecked', 8500),
    size('@x/orchestration, the whole client checked', 26_100),
    size('@x/modeler, the whole client checked', 12_000),
    size('A Worker with @x/auth and one checked resource', 16_001),
    size('@x/proxy', 5000),
  ]
  expect(goalsOf({ ...empty, sizes: { machine, sizes } }).map(({ target, isMet }) => [target, isMet])).toEqual([
    [7, true],
    [5.5, false],
    [9.5, true],
    [8.5, true],
    [26, false],
    [11, false],
    [16, false],
  ])
})

test('faster or lighter peers are named, our clients and the limits are not', () => {
  const fifty = { 'raw-fetch': rate(1), 'x-operate': rate(0.6), azure: rate(0.9), 'camunda-sdk': rate(0.3) }
  const types = {
    'x-operate': { types: 900, instantiations: 1, seconds: 1 },
    'operate-api-client': { types: 200, instantiations: 1, seconds: 1 },
  }
  expect(findLosses({ ...empty, requests: { one: {}, fifty }, types })).toEqual([
    '@x/operate + @x/auth, 50 at once: @azure/core-rest-pipeline is faster, with 0.90 of raw fetch compared with 0.60.',
    'Types: operate-api-client has 200 types, @x/operate with @x/auth 900 types.',
  ])
})
