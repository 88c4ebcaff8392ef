import type { Emulator } from '@x/emulator'
import { linearBpmn } from './linear-bpmn.ts'

type Engine = Emulator['engine']

const job = (type: string): string => `<zeebe:taskDefinition type="${type}" retries="1" />`

const payment = linearBpmn('payment', 'Payment', [
  { id: 'charge', name: 'Charge card', tag: 'serviceTask', content: job('charge-card') },
])

/** Version 2 has one element more. */
const order = [1, 2].map((version) =>
  linearBpmn('order', 'Order', [
    {
      id: 'check',
      name: 'Check stock',
      tag: 'serviceTask',
      content:
        `${job('check-stock')}<zeebe:ioMapping><zeebe:input source="=orderId" target="article" />` +
        '<zeebe:output source="=inStock" target="isAvailable" /></zeebe:ioMapping>',
    },
    {
      id: 'pay',
      name: 'Collect payment',
      tag: 'callActivity',
      content: '<zeebe:calledElement processId="payment" propagateAllChildVariables="true" />',
    },
    ...(version === 2
      ? [{ id: 'ship', name: 'Ship parcel', tag: 'serviceTask', content: job('ship-parcel') } as const]
      : []),
  ]),
)

const decision = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="approval" name="Approval" namespace="http://example.com">
  <decision id="approvalLevel" name="Approval level">
    <decisionTable id="table" hitPolicy="UNIQUE">
      <input id="amount" label="Amount"><inputExpression id="e" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="level" label="Level" name="level" typeRef="string" />
      <rule id="low"><inputEntry id="a"><text>&lt; 100</text></inputEntry><outputEntry id="b"><text>"clerk"</text></outputEntry></rule>
      <rule id="middle"><inputEntry id="c"><text>[100..1000]</text></inputEntry><outputEntry id="d"><text>"manager"</text></outputEntry></rule>
      <rule id="high"><inputEntry id="f"><text>&gt; 1000</text></inputEntry><outputEntry id="g"><text>"board"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`

/** Longer than what a search returns of a value. */
const LONG_TEXT = 'x'.repeat(20_000)

/** What {@link seedEngine} has made, by what became of it. */
export interface Seeded {
  /** Keys of orders of either version whose stock check failed, with the message. */
  readonly outOfStock: readonly { readonly key: string; readonly message: string }[]
  /** Keys of orders that wait for the payment they called, which failed. */
  readonly declined: readonly string[]
  /** Keys of orders whose stock is being checked. */
  readonly waiting: readonly string[]
}

/** Deploys two versions of an order that calls a payment, and runs some of each into trouble. */
export async function seedEngine(engine: Engine): Promise<Seeded> {
  await engine.deploy([
    { name: 'payment.bpmn', content: payment },
    { name: 'approval.dmn', content: decision },
  ])
  for (const amount of [50, 500, 5000]) {
    engine.evaluateDecision({ decisionDefinitionId: 'approvalLevel', variables: { amount } })
  }
  const outOfStock: { key: string; message: string }[] = []
  const declined: string[] = []
  const waiting: string[] = []
  for (const content of order) {
    await engine.deploy([{ name: 'order.bpmn', content }])
    for (let index = 0; index < 5; index++) {
      const orderId = `A-${1000 + declined.length + outOfStock.length + waiting.length}`
      const { processInstanceKey: key } = engine.createInstance({
        processDefinitionId: 'order',
        variables: {
          orderId,
          customer: { name: 'Ada', country: 'GB' },
          amount: 99.5,
          ...(index === 4 && { note: LONG_TEXT }),
        },
      })
      if (index === 4) {
        waiting.push(key)
        continue
      }
      const [check] = engine
        .activateJobs({ type: 'check-stock', timeout: 60_000, maxJobsToActivate: 10 })
        .filter(({ processInstanceKey }) => processInstanceKey === key)
      if (!check) throw new Error('There is no job.')
      if (index < 2) {
        const message = `Article 'pen-${orderId}' is out of stock`
        engine.failJob(check.jobKey, { retries: 0, errorMessage: message })
        outOfStock.push({ key, message })
        continue
      }
      engine.completeJob(check.jobKey, { variables: { inStock: true } })
      const [charge] = engine.activateJobs({ type: 'charge-card', timeout: 60_000, maxJobsToActivate: 1 })
      if (!charge) throw new Error('There is no job.')
      engine.failJob(charge.jobKey, { retries: 0, errorMessage: 'Card declined' })
      declined.push(key)
    }
  }
  return { outOfStock, declined, waiting }
}
