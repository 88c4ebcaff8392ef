import { expect, it } from 'vitest'
import { enter, type Kitchen } from './support/kitchen.ts'
import { job } from './support/models.ts'

const stateOf = ({ engine }: Kitchen, key: string) => engine.processInstances.get(key)?.state
const variable = ({ engine }: Kitchen, key: string, name: string) =>
  [...engine.variables.of(key)].find((found) => found.name === name)?.value

it('works on jobs', async () => {
  const kitchen = enter()
  await kitchen.deploy('order', job('charge-card'), job('send-mail'))
  const key = kitchen.start('order', { orderId: 'A-1', email: 'ada@example.com' })
  await kitchen.cookUntil('jobs/work-on-jobs', () => expect(stateOf(kitchen, key)).toBe('COMPLETED'))
  expect(kitchen.printed).toEqual(['Mail to ada@example.com'])
  expect(variable(kitchen, key, 'receipt')).toBe('"R-A-1"')
})

it('validates the variables of jobs', async () => {
  const kitchen = enter()
  await kitchen.deploy('order', job('charge-card'))
  const [right, wrong] = [kitchen.start('order', { orderId: 'A-1', amount: 3 }), kitchen.start('order', { amount: 3 })]
  await kitchen.cookUntil('jobs/validate-variables', () => {
    expect([...kitchen.engine.incidents.of(wrong)]).toMatchObject([
      { errorMessage: expect.stringContaining('orderId') },
    ])
    expect(stateOf(kitchen, right)).toBe('COMPLETED')
  })
  expect(variable(kitchen, right, 'charged')).toBe('"3.00"')
})

it('throws a BPMN error that the process catches', async () => {
  const kitchen = enter()
  await kitchen.deploy('order', job('charge-card', 'NOTHING_TO_PAY'))
  const key = kitchen.start('order', { amount: 0 })
  await kitchen.cookUntil('jobs/throw-a-bpmn-error', () => expect(stateOf(kitchen, key)).toBe('COMPLETED'))
  const passed = [...kitchen.engine.elementInstances.of(key)].map(({ elementId }) => elementId)
  expect(passed).toContain('stopped')
})

it('retries later, or not at all', async () => {
  const kitchen = enter()
  await kitchen.deploy('order', job('charge-card'))
  const statuses: Record<string, number> = { busy: 503, declined: 422, fine: 200 }
  kitchen.intercept(async ({ url }) => {
    const [, order = ''] = /^https:\/\/payments\.example\.com\/(\w+)$/.exec(url) ?? []
    return order ? new Response(null, { status: statuses[order] ?? 0 }) : undefined
  })
  const keys = Object.keys(statuses).map((orderId) => kitchen.start('order', { orderId }))
  const jobs = keys.map((key) => [...kitchen.engine.jobs.of(key)][0]?.jobKey ?? '')
  for (const key of jobs) kitchen.engine.updateJob(key, { retries: 3 })
  const jobOf = (index: number) => kitchen.engine.jobs.get(jobs[index] ?? '')
  await kitchen.cookUntil('jobs/retry-later', () => {
    expect(jobOf(0)).toMatchObject({ retries: 2, errorMessage: 'Payments responded with 503' })
    expect(jobOf(1)).toMatchObject({ retries: 0, errorMessage: 'The card was declined' })
    expect(stateOf(kitchen, keys[2] ?? '')).toBe('COMPLETED')
  })
})

it('extends the timeout of a job', async () => {
  const kitchen = enter()
  await kitchen.deploy('film', job('render-video'))
  const key = kitchen.start('film')
  await kitchen.cookUntil('jobs/extend-the-timeout', () => expect(stateOf(kitchen, key)).toBe('COMPLETED'))
  expect(kitchen.printed).toEqual(['Rendering intro', 'Rendering main', 'Rendering credits'])
  expect(kitchen.emulator.journal.count({ method: 'PATCH' })).toBe(3)
})

it('works on available jobs, then ends', async () => {
  const kitchen = enter()
  await kitchen.deploy('order', job('charge-card'))
  const keys = [kitchen.start('order'), kitchen.start('order')]
  await kitchen.cook('jobs/work-in-cron')
  expect(keys.map((key) => stateOf(kitchen, key))).toEqual(['COMPLETED', 'COMPLETED'])
  expect(kitchen.printed).toEqual(['2 jobs completed'])
})

it('logs what a worker does', async () => {
  const kitchen = enter()
  await kitchen.deploy('order', job('charge-card'))
  const key = kitchen.start('order')
  const jobKey = [...kitchen.engine.jobs.of(key)][0]?.jobKey
  await kitchen.cookUntil('jobs/watch-a-worker', () => expect(kitchen.printed).toEqual([`charge-card ${jobKey}`]))
})
