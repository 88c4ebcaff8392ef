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

test('what was not measured has no goal', () => {
  expect(goalsOf(empty)).toEqual([])
})

test('a figure is rounded against us, so that it never looks like a goal that is missed', () => {
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

test('sizes are held to their goals, whatever the budget allows', () => {
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

test('peers that are faster or lighter are named, ours and the limits are not', () => {
  const fifty = { 'raw-fetch': rate(1), 'x-operate': rate(0.6), azure: rate(0.9), 'camunda-sdk': rate(0.3) }
  const types = {
    'x-operate': { types: 900, instantiations: 1, seconds: 1 },
    'operate-api-client': { types: 200, instantiations: 1, seconds: 1 },
  }
  expect(findLosses({ ...empty, requests: { one: {}, fifty }, types })).toEqual([
    '@x/operate + @x/auth, 50 at once: @azure/core-rest-pipeline is faster, 0.90 to 0.60 of raw fetch.',
    'Types: operate-api-client has 200 types, @x/operate with @x/auth 900 types.',
  ])
})
