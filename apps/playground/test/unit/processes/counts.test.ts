import type { ProcessDefinition } from '@x/camunda'
import { expect, test } from 'vitest'
import { ageOf } from '../../../src/processes/age.tsx'
import { collect } from '../../../src/processes/collect.ts'
import { countElements, toBadges } from '../../../src/processes/definition/element-counts.ts'
import { groupVersions } from '../../../src/processes/definitions.ts'
import { findMoves } from '../../../src/processes/diagram/use-moves.ts'
import { groupByCause } from '../../../src/processes/incidents/group-incidents.ts'
import type { ProcessIncident } from '../../../src/processes/incidents/load-incidents.ts'
import { toMarks, toProgressBadges } from '../../../src/processes/instance/progress-marks.ts'
import { countStarted, totalOf } from '../../../src/processes/overview/started-counts.ts'
import { formatTotal, toWords } from '../../../src/processes/words.ts'

const task = { id: 'pay', name: 'Pay <b>', type: 'serviceTask', incoming: [], inputs: [], outputs: [] }

test('counts tokens with an incident among those that are running', () => {
  const counts = countElements([
    { elementId: 'pay', hasIncident: true },
    { elementId: 'pay', hasIncident: false },
    { elementId: 'pay', hasIncident: false },
    { elementId: 'ship', hasIncident: true },
  ])
  expect(Object.fromEntries(counts)).toEqual({
    pay: { running: 3, withIncident: 1 },
    ship: { running: 1, withIncident: 1 },
  })
  expect(
    toBadges([task, { id: 'end', name: '', type: 'endEvent', incoming: [], inputs: [], outputs: [] }], counts),
  ).toEqual([
    { elementId: 'pay', kind: 'active', count: 3, label: '3 running at Pay <b>' },
    { elementId: 'pay', kind: 'incident', count: 1, label: '1 with an incident at Pay <b>' },
  ])
})

test('marks the way of an instance and where it is', () => {
  const counts = { active: 0, canceled: 0, incidents: 0, completed: 0 }
  const progress = {
    statistics: [
      { ...counts, elementId: 'start', completed: 1 },
      { ...counts, elementId: 'pay', completed: 2, incidents: 1 },
      { ...counts, elementId: 'wait', active: 1 },
    ],
    flows: ['f1'],
    nodes: [],
  }
  expect(toMarks(progress).map(({ elementId, name }) => `${elementId} ${name}`)).toEqual([
    'f1 mark-passed',
    'start mark-passed',
    'pay mark-passed',
    'pay mark-incident',
    'wait mark-active',
  ])
  expect(toProgressBadges([task], progress).map(({ label }) => label)).toEqual([
    '1 running at Pay <b>',
    '1 with an incident at Pay <b>',
    '2 completed at Pay <b>',
    '1 running at wait',
  ])
})

test('counts what was started in each hour and day, up to now', () => {
  const now = new Date(2026, 10, 22, 15, 30).getTime()
  const at = (...time: [number, number, number, number]): string => new Date(...time).toISOString()
  const instances = [
    { startDate: at(2026, 10, 22, 15), state: 'ACTIVE', hasIncident: false },
    { startDate: at(2026, 10, 22, 14), state: 'ACTIVE', hasIncident: true },
    { startDate: at(2026, 10, 21, 23), state: 'TERMINATED', hasIncident: false },
    { startDate: at(2020, 0, 1, 0), state: 'COMPLETED', hasIncident: false },
    { startDate: 'the other day', state: 'COMPLETED', hasIncident: false },
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
  const of = (processDefinitionId: string, version: number, tenantId: string, name: string | null = null) =>
    ({ processDefinitionKey: `${version}`, processDefinitionId, version, tenantId, name }) as ProcessDefinition
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

test('reads names as words, and totals as servers count them', () => {
  expect(['SERVICE_TASK', 'serviceTask', 'IO'].map(toWords)).toEqual(['Service task', 'Service task', 'Io'])
  expect([0, 9_999, 10_000].map(formatTotal)).toEqual(['0', (9_999).toLocaleString(), `${(10_000).toLocaleString()}+`])
})

test('finds the flow that each new token came by', () => {
  const incoming = new Map([
    ['b', [{ id: 'from-a', from: 'a' }]],
    [
      'c',
      [
        { id: 'from-a', from: 'a' },
        { id: 'from-b', from: 'b' },
      ],
    ],
  ])
  const token = (elementInstanceKey: string, elementId: string) => ({
    elementInstanceKey,
    elementId,
    processInstanceKey: '1',
  })
  const moved = findMoves([token('1', 'b')], [token('1', 'b'), token('2', 'c'), token('3', 'start')], incoming)
  expect(moved).toEqual(['from-b'])
})

test('groups incidents by cause, whatever key, number or quoted value a message has', () => {
  const of = (errorMessage: string, elementId = 'pay') =>
    ({ errorMessage, elementId, errorType: 'JOB_NO_RETRIES', processId: 'order' }) as ProcessIncident
  const groups = groupByCause([
    of('Article 7 is gone'),
    of("No account 'ada'"),
    of("No account 'bob'"),
    of("No account 'eve'", 'ship'),
  ])
  expect(groups.map(({ incidents }) => incidents.map(({ errorMessage }) => errorMessage))).toEqual([
    ["No account 'ada'", "No account 'bob'"],
    ['Article 7 is gone'],
    ["No account 'eve'"],
  ])
})

test('says how old something is in the largest unit that fits', () => {
  const now = Date.UTC(2026, 0, 31)
  const ages = [0, 1_000, 90_000, 7_200_000, 3 * 86_400_000].map((age) => ageOf(now - age, now))
  expect(ages).toEqual(['0 seconds ago', '1 second ago', '2 minutes ago', '2 hours ago', '3 days ago'])
})
