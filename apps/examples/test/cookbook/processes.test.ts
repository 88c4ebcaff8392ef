import { expect, it } from 'vitest'
import { enter } from './support/kitchen.ts'
import { bpmn, discount, job, newPrices, payment, script } from './support/models.ts'

const total = script('amount * 20', 'total')

it('starts a process and returns its result', async () => {
  const { deploy, cook, printed } = enter()
  await deploy('price', total)
  await cook('processes/start-and-wait')
  expect(printed).toEqual([expect.stringMatching(/^\d{16} 60$/)])
})

it('waits for the end of a process instance', async () => {
  const { deploy, cook, printed } = enter()
  await deploy('order')
  await cook('processes/wait-for-the-end')
  expect(printed).toEqual([expect.stringMatching(/^COMPLETED \d{4}-/)])
})

it('correlates a message with the instance that waits for it', async () => {
  const { deploy, start, engine, cook, printed } = enter()
  await deploy('order', payment)
  const processInstanceKey = start('order', { orderId: 'A-1' })
  await cook('processes/correlate-a-message')
  expect(printed).toEqual([`Received by ${processInstanceKey}`])
  expect(engine.processInstances.get(processInstanceKey)?.state).toBe('COMPLETED')
})

it('publishes a message before a process waits for it', async () => {
  const { deploy, start, engine, cook } = enter()
  await deploy('order', payment)
  await cook('processes/publish-a-message')
  expect(engine.processInstances.get(start('order', { orderId: 'A-2' }))?.state).toBe('COMPLETED')
})

it('broadcasts a signal to everything that waits for it', async () => {
  const { deploy, start, engine, cook } = enter()
  await deploy('catalog', newPrices)
  const keys = [start('catalog'), start('catalog')]
  await cook('processes/broadcast-a-signal')
  expect(keys.map((key) => engine.processInstances.get(key)?.state)).toEqual(['COMPLETED', 'COMPLETED'])
})

it('evaluates a decision', async () => {
  const { engine, cook, printed } = enter()
  await engine.deploy([{ name: 'discount.dmn', content: discount }])
  await cook('processes/evaluate-a-decision')
  expect(printed).toEqual(['0.1'])
})

it('sets variables of a running instance', async () => {
  const { deploy, start, engine, cook } = enter()
  await deploy('order', job('charge-card'))
  const key = start('order', { limit: 1000 })
  await cook('processes/set-variables', key)
  const variables = [...engine.variables.of(key)].map(({ name, value }) => [name, value])
  expect(Object.fromEntries(variables)).toEqual({ approved: 'true', limit: '5000' })
})

const daysAgo = (days: number) => ({ now: () => Date.now() - days * 24 * 60 * 60 * 1000 })

it('cancels what a filter matches', async () => {
  const { deploy, start, engine, cook, printed } = enter(daysAgo(1))
  await deploy('order', job('charge-card'))
  await deploy('other', job('charge-card'))
  const keys = [start('order'), start('order'), start('other')]
  await cook('processes/cancel-by-filter')
  expect(printed.at(-1)).toBe('COMPLETED 2')
  expect(keys.map((key) => engine.processInstances.get(key)?.state)).toEqual(['TERMINATED', 'TERMINATED', 'ACTIVE'])
})

it('deletes instances that ended long ago', async () => {
  const { deploy, start, engine, cook, printed } = enter(daysAgo(91))
  await deploy('price', total)
  await deploy('order', job('charge-card'))
  const [ended, running] = [start('price', { amount: 1 }), start('order')]
  await cook('processes/delete-old-instances')
  expect(printed).toEqual(['1 deleted'])
  expect(engine.processInstances.get(ended)).toBeUndefined()
  expect(engine.processInstances.get(running)).toBeDefined()
})

it('migrates to the latest version', async () => {
  const { deploy, start, engine, cook, printed } = enter()
  await deploy('order', job('charge-card'))
  const keys = [start('order'), start('order')]
  await deploy('order', job('check-order'), job('charge-card'))
  await cook('processes/migrate')
  expect(printed).toEqual(['2 migrated, 0 failed'])
  for (const key of keys) {
    expect(engine.processInstances.get(key)).toMatchObject({ processDefinitionVersion: 2, state: 'ACTIVE' })
    const active = [...engine.elementInstances.of(key)].filter(({ state }) => state === 'ACTIVE')
    expect(active.map(({ elementId }) => elementId)).toContain('step-2')
  }
})

it('works with tenants', async () => {
  const { folder, cook, printed } = enter()
  await folder({ 'processes/price.bpmn': bpmn('price', [total]) })
  await cook('processes/tenants')
  expect(printed).toEqual(['1 instances of acme'])
})
