import { expect, it } from 'vitest'
import { enter, type Kitchen } from './support/kitchen.ts'
import { job } from './support/models.ts'

/** Starts an order whose job fails permanently. */
async function failingOrder({ deploy, start, engine }: Kitchen, errorMessage = 'Card declined'): Promise<string> {
  await deploy('order', job('charge-card'))
  const key = start('order')
  const { jobKey = '' } = [...engine.jobs.of(key)][0] ?? {}
  engine.activateJobs({ type: 'charge-card', timeout: 1000, maxJobsToActivate: 1 })
  engine.failJob(jobKey, { retries: 0, errorMessage })
  return key
}
const hasIncident = ({ engine }: Kitchen, key: string) => engine.processInstances.get(key)?.hasIncident

it('lists why instances failed, and retries them', async () => {
  const kitchen = enter()
  const key = await failingOrder(kitchen)
  await kitchen.cook('incidents/find-and-retry')
  expect(kitchen.printed).toEqual([`${key} step-1 Card declined`])
  expect(hasIncident(kitchen, key)).toBe(false)
  expect([...kitchen.engine.jobs.of(key)]).toMatchObject([{ retries: 3 }])
})

it('retries all at once', async () => {
  const kitchen = enter()
  const keys = [await failingOrder(kitchen), await failingOrder(kitchen)]
  await kitchen.cook('incidents/retry-all')
  expect(kitchen.printed).toEqual(['2 incidents resolved'])
  expect(keys.map((key) => hasIncident(kitchen, key))).toEqual([false, false])
})

it('counts instances by the message of their incident', async () => {
  const kitchen = enter()
  for (const message of ['Card declined', 'Card declined', 'No address']) await failingOrder(kitchen, message)
  await kitchen.cook('incidents/count-by-message')
  expect([...kitchen.printed].sort()).toEqual(['1 No address', '2 Card declined'])
})

it('exports incidents as CSV', async () => {
  const kitchen = enter()
  const key = await failingOrder(kitchen, 'Said "no"')
  await kitchen.cook('incidents/incidents-to-csv')
  const [head, row = '', ...more] = kitchen.printed
  expect(head).toBe('incidentKey,processInstanceKey,elementId,errorType,errorMessage,creationTime')
  expect(row).toMatch(new RegExp(`^"\\d{16}","${key}","step-1","JOB_NO_RETRIES","Said ""no""","\\d{4}-[^"]+"$`))
  expect(more).toEqual([])
})
