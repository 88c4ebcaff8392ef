import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { bpmn } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })

/** Waits for a message with the variable `orderId`, then for a signal. */
const waiting = bpmn(
  'waiting',
  `<bpmn:startEvent id="start" />
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="paid" />
  <bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition messageRef="message" /></bpmn:intermediateCatchEvent>
  <bpmn:sequenceFlow id="f2" sourceRef="paid" targetRef="go" />
  <bpmn:intermediateCatchEvent id="go"><bpmn:signalEventDefinition signalRef="signal" /></bpmn:intermediateCatchEvent>
  <bpmn:sequenceFlow id="f3" sourceRef="go" targetRef="end" />
  <bpmn:endEvent id="end" />`,
  '',
  `<bpmn:message id="message" name="payment"><bpmn:extensionElements><zeebe:subscription correlationKey="=orderId" /></bpmn:extensionElements></bpmn:message>
  <bpmn:signal id="signal" name="go" />`,
)

async function start(orderId: string): Promise<string> {
  await client.deployments.create({ resources: [waiting] })
  const created = await client.processInstances.create({ processDefinitionId: 'waiting', variables: { orderId } })
  return created.processInstanceKey
}

describe('messages', () => {
  test('reach the instance that waits for them, and wait themselves if they come early', async () => {
    const key = await start('A-1')
    const { items } = await client.messageSubscriptions.search({ filter: { processInstanceKey: key } })
    expect(items).toMatchObject([
      { messageName: 'payment', correlationKey: 'A-1', messageSubscriptionState: 'CREATED', elementId: 'paid' },
    ])
    const published = await client.messages.publish({
      name: 'payment',
      correlationKey: 'A-1',
      timeToLive: 0,
      variables: { paid: 7 },
    })
    expect((await client.variables.search({ filter: { name: 'paid' } })).items).toMatchObject([
      { value: '7', processInstanceKey: key },
    ])
    const { items: correlated } = await client.messageSubscriptions.searchCorrelated()
    expect(correlated).toMatchObject([
      { messageKey: published.messageKey, processInstanceKey: key, messageName: 'payment' },
    ])
    await client.messages.publish({ name: 'payment', correlationKey: 'A-2', timeToLive: 1000, messageId: 'once' })
    const again = client.messages.publish({
      name: 'payment',
      correlationKey: 'A-2',
      timeToLive: 1000,
      messageId: 'once',
    })
    await expect(again).rejects.toEqual(problem(409, 'ALREADY_EXISTS'))
    const early = await start('A-2')
    expect((await client.messageSubscriptions.searchCorrelated({ filter: { processInstanceKey: early } })).total).toBe(
      1,
    )
  })

  test('are correlated immediately or rejected', async () => {
    const key = await start('A-1')
    const [statistics] = (await client.processDefinitions.getMessageSubscriptionStatistics()).items
    expect(statistics).toMatchObject({
      processDefinitionId: 'waiting',
      activeSubscriptions: 1,
      processInstancesWithActiveSubscriptions: 1,
    })
    expect(await client.messages.correlate({ name: 'payment', correlationKey: 'A-1' })).toMatchObject({
      processInstanceKey: key,
    })
    await expect(client.messages.correlate({ name: 'payment', correlationKey: 'A-1' })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
  })

  test('and signals', async () => {
    const key = await start('A-1')
    await client.messages.correlate({ name: 'payment', correlationKey: 'A-1' })
    await client.signals.broadcast({ signalName: 'go', variables: { went: true } })
    expect(await client.processInstances.get(key)).toMatchObject({ state: 'COMPLETED' })
  })
})

test('conditions start processes', async () => {
  const alarm = bpmn(
    'alarm',
    `<bpmn:startEvent id="hot"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">=celsius &gt; 90</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
  <bpmn:sequenceFlow id="f1" sourceRef="hot" targetRef="end" />
  <bpmn:endEvent id="end" />`,
  )
  await client.deployments.create({ resources: [alarm] })
  expect((await client.conditionals.evaluate({ variables: { celsius: 20 } })).processInstances).toEqual([])
  const { processInstances } = await client.conditionals.evaluate({ variables: { celsius: 95 } })
  const found = await client.processInstances.search({ filter: { processDefinitionId: 'alarm' } })
  expect(found.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual(
    processInstances.map(({ processInstanceKey }) => processInstanceKey),
  )
  expect(found.total).toBe(1)
})
