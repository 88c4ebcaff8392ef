import { expect, test } from 'vitest'
import { collect } from '../../../src/processes/collect.ts'
import { countElements, toBadges } from '../../../src/processes/definition/element-counts.ts'
import { toMarks, toProgressBadges } from '../../../src/processes/instance/progress-marks.ts'
import { groupVersions } from '../../../src/processes/overview/load-overview.ts'
import { countStarted, totalOf } from '../../../src/processes/overview/started-counts.ts'
import { formatTotal, toWords } from '../../../src/processes/words.ts'

const task = { id: 'pay', name: 'Pay <b>', type: 'serviceTask' }

test('counts tokens with an incident apart from the others, as Operate does', () => {
  const counts = countElements([
    { flowNodeId: 'pay', incident: true },
    { flowNodeId: 'pay', incident: false },
    { flowNodeId: 'pay' },
    { flowNodeId: 'ship', incident: true },
  ])
  expect(Object.fromEntries(counts)).toEqual({
    pay: { active: 2, incidents: 1 },
    ship: { active: 0, incidents: 1 },
  })
  expect(toBadges([task, { id: 'end', name: '', type: 'endEvent' }], counts)).toEqual([
    { elementId: 'pay', kind: 'active', count: 2, label: '2 active at Pay <b>' },
    { elementId: 'pay', kind: 'incident', count: 1, label: '1 incident at Pay <b>' },
  ])
})

test('marks the way of an instance and where it stands', () => {
  const counts = { active: 0, canceled: 0, incidents: 0, completed: 0 }
  const progress = {
    statistics: [
      { ...counts, activityId: 'start', completed: 1 },
      { ...counts, activityId: 'pay', completed: 2, incidents: 1 },
      { ...counts, activityId: 'wait', active: 1 },
    ],
    flows: ['f1'],
    nodes: { items: [], isCut: false },
  }
  expect(toMarks(progress).map(({ elementId, name }) => `${elementId} ${name}`)).toEqual([
    'f1 mark-passed',
    'start mark-passed',
    'pay mark-passed',
    'pay mark-incident',
    'wait mark-active',
  ])
  expect(toProgressBadges([task], progress).map(({ label }) => label)).toEqual([
    '1 incident at Pay <b>',
    '2 completed at Pay <b>',
    '1 active at wait',
  ])
})

test('counts what was started in each hour and day, up to now', () => {
  const now = new Date(2026, 10, 22, 15, 30).getTime()
  const at = (...time: [number, number, number, number]): string => new Date(...time).toISOString()
  const instances = [
    { startDate: at(2026, 10, 22, 15), state: 'ACTIVE' },
    { startDate: at(2026, 10, 22, 14), state: 'ACTIVE', incident: true },
    { startDate: at(2026, 10, 21, 23), state: 'CANCELED' },
    { startDate: at(2020, 0, 1, 0), state: 'COMPLETED' },
    { startDate: 'the other day', state: 'COMPLETED' },
  ]
  const days = countStarted(instances, 'day', now)
  expect(days).toHaveLength(42)
  expect(days.slice(-2)).toEqual([
    { from: new Date(2026, 10, 21).getTime(), ended: 1, active: 0, incidents: 0 },
    { from: new Date(2026, 10, 22).getTime(), ended: 0, active: 1, incidents: 1 },
  ])
  const hours = countStarted(instances, 'hour', now)
  expect(hours).toHaveLength(48)
  expect(hours.slice(-2).map(totalOf)).toEqual([1, 1])
})

test('groups the versions of each process of each tenant, the newest first', () => {
  const of = (bpmnProcessId: string, version: number, tenantId: string, name?: string) => {
    return { key: `${version}`, bpmnProcessId, version, tenantId, name }
  }
  const groups = groupVersions([
    of('b', 1, 'x'),
    of('b', 10, 'x'),
    of('b', 2, 'x'),
    of('b', 1, 'y'),
    of('z', 1, 'x', 'A'),
  ])
  expect(groups.map(({ tenantId, versions }) => [tenantId, ...versions.map(({ version }) => version)])).toEqual([
    ['x', 1],
    ['x', 10, 2, 1],
    ['y', 1],
  ])
})

test('says when there is more than was collected', async () => {
  const { signal } = new AbortController()
  const asked: number[] = []
  async function* search({ limit }: { readonly limit: number }): AsyncGenerator<number> {
    asked.push(limit)
    for (let item = 0; item < Math.min(limit, 3); item += 1) yield item
  }
  expect(await collect(search, 2, signal)).toEqual({ items: [0, 1], isCut: true })
  expect(await collect(search, 3, signal)).toEqual({ items: [0, 1, 2], isCut: false })
  expect(asked).toEqual([3, 4])
})

test('reads names as words, and totals as Operate counts them', () => {
  expect(['SERVICE_TASK', 'serviceTask', 'IO'].map(toWords)).toEqual(['Service task', 'Service task', 'Io'])
  expect([0, 9_999, 10_000].map(formatTotal)).toEqual(['0', (9_999).toLocaleString(), `${(10_000).toLocaleString()}+`])
})
