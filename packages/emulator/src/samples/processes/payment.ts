import { DAY, defineFlows, MINUTE, type ProcessModel, SECOND } from '../bpmn/model.ts'

/** Called by the process for orders. Version 2 passes the card worker its own copy of the amount. */
export const paymentVersions: readonly ProcessModel[] = [
  payment({ version: 1, deployedAfterMs: 0 }, undefined),
  payment({ version: 2, versionTag: '1.1.0', deployedAfterMs: 18 * DAY }, { amount: 'total' }),
]

type Version = Pick<ProcessModel, 'version' | 'versionTag' | 'deployedAfterMs'>

function payment(version: Version, inputs: Readonly<Record<string, string>> | undefined): ProcessModel {
  return {
    id: 'payment',
    name: 'Payment',
    ...version,
    share: 0,
    variables: () => ({}),
    repairs: { 'transfer-received': { orderId: 'O-100000' } },
    nodes: [
      { id: 'payment-requested', name: 'Payment requested', kind: 'startEvent', at: [0, 1] },
      { id: 'payment-method', name: 'Method?', kind: 'exclusiveGateway', at: [1, 1] },
      {
        id: 'send-payment-link',
        name: 'Send payment link',
        kind: 'sendTask',
        at: [2, 0],
        job: 'send-payment-link',
        takes: [SECOND, MINUTE],
      },
      {
        id: 'transfer-received',
        name: 'Transfer received',
        kind: 'intermediateCatchEvent',
        at: [3, 0],
        trigger: { message: 'transfer-received', correlationKey: 'orderId', sentAfter: ['send-payment-link'] },
        takes: [DAY / 2, 8 * DAY],
        sets: (random) => ({ paidBy: 'transfer', bankReference: `BR${random.integer(1_000_000, 9_999_999)}` }),
      },
      {
        id: 'charge-card',
        name: 'Charge card',
        kind: 'serviceTask',
        at: [2, 1],
        job: 'charge-card',
        takes: [SECOND, 2 * MINUTE],
        inputs,
        sets: (random) => ({ charged: random.chance(0.93) }),
        failure: {
          chance: 0.06,
          message: 'Connection to the payment gateway timed out after 3 attempts',
        },
      },
      { id: 'card-charged', name: 'Charged?', kind: 'exclusiveGateway', at: [3, 1] },
      {
        id: 'card-declined',
        name: 'Card declined',
        kind: 'endEvent',
        at: [4, 2],
        trigger: { error: 'payment-failed' },
      },
      { id: 'paid', kind: 'exclusiveGateway', at: [5, 1] },
      {
        id: 'book-payment',
        name: 'Book payment',
        kind: 'serviceTask',
        at: [6, 1],
        job: 'book-payment',
        takes: [SECOND, MINUTE],
        sets: (random) => ({ paymentId: `P-${random.integer(100_000, 999_999)}` }),
      },
      { id: 'payment-collected', name: 'Payment collected', kind: 'endEvent', at: [7, 1] },
    ],
    flows: defineFlows([
      { from: 'payment-requested', to: 'payment-method' },
      {
        from: 'payment-method',
        to: 'send-payment-link',
        name: 'transfer',
        when: { variable: 'paymentMethod', test: { is: 'transfer' } },
      },
      { from: 'payment-method', to: 'charge-card', name: 'card' },
      { from: 'send-payment-link', to: 'transfer-received' },
      { from: 'transfer-received', to: 'paid' },
      { from: 'charge-card', to: 'card-charged' },
      { from: 'card-charged', to: 'paid', name: 'yes', when: { variable: 'charged', test: { is: true } } },
      { from: 'card-charged', to: 'card-declined', name: 'no' },
      { from: 'paid', to: 'book-payment' },
      { from: 'book-payment', to: 'payment-collected' },
    ]),
  }
}
