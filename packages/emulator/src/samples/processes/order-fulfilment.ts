import { DAY, defineFlows, type FlowNode, MINUTE, type ProcessModel, SECOND } from '../bpmn/model.ts'
import type { Random } from '../random.ts'
import { orderLines, personName } from './sample-values.ts'

interface Version {
  readonly version: number
  readonly versionTag?: string
  readonly deployedAfterMs: number
  readonly billsInParallel: boolean
  readonly catchesFailure: boolean
}

function orderFulfilment({ billsInParallel, catchesFailure, ...version }: Version): ProcessModel {
  return {
    id: 'order-fulfilment',
    name: 'Order fulfilment',
    ...version,
    share: 0.4,
    variables: orderVariables,
    forgets: 'orderId',
    repairs: { 'goods-arrived': { orderId: 'O-100000' } },
    nodes: [...mainNodes, ...(billsInParallel ? billingNodes : []), ...(catchesFailure ? failureNodes : [])],
    flows: defineFlows([
      { from: 'order-received', to: 'reserve-stock' },
      { from: 'reserve-stock', to: 'in-stock' },
      { from: 'in-stock', to: 'goods-ready', name: 'yes', when: { variable: 'inStock', test: { is: true } } },
      { from: 'in-stock', to: 'order-from-supplier', name: 'no' },
      { from: 'order-from-supplier', to: 'goods-arrived' },
      { from: 'goods-arrived', to: 'goods-ready' },
      { from: 'goods-ready', to: 'collect-payment' },
      ...(billsInParallel
        ? [
            { from: 'collect-payment', to: 'prepare' },
            { from: 'prepare', to: 'pack-goods' },
            { from: 'prepare', to: 'send-invoice' },
            { from: 'pack-goods', to: 'prepared' },
            { from: 'send-invoice', to: 'prepared' },
            { from: 'prepared', to: 'ship-parcel' },
          ]
        : [
            { from: 'collect-payment', to: 'pack-goods' },
            { from: 'pack-goods', to: 'ship-parcel' },
          ]),
      { from: 'ship-parcel', to: 'parcel-delivered' },
      { from: 'parcel-delivered', to: 'order-fulfilled' },
      ...(catchesFailure
        ? [
            { from: 'payment-failed', to: 'release-stock' },
            { from: 'release-stock', to: 'order-canceled' },
          ]
        : []),
    ]),
  }
}

function orderVariables(random: Random): Record<string, unknown> {
  const lines = orderLines(random)
  const total = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
  return {
    orderId: `O-${random.integer(100_000, 999_999)}`,
    customer: personName(random),
    lines,
    total: Math.round(total * 100) / 100,
    paymentMethod: random.pick(['card', 'card', 'transfer']),
  }
}

const mainNodes: readonly FlowNode[] = [
  {
    id: 'order-received',
    name: 'Order received',
    kind: 'startEvent',
    at: [0, 0],
  },
  {
    id: 'reserve-stock',
    name: 'Reserve stock',
    kind: 'serviceTask',
    at: [1, 0],
    job: 'reserve-stock',
    takes: [SECOND, MINUTE],
    sets: (random) => ({ inStock: random.chance(0.8) }),
    failure: {
      chance: 0.04,
      message: 'java.net.SocketTimeoutException: Warehouse service did not answer within 30 seconds',
    },
  },
  { id: 'in-stock', name: 'In stock?', kind: 'exclusiveGateway', at: [2, 0] },
  {
    id: 'order-from-supplier',
    name: 'Order from supplier',
    kind: 'serviceTask',
    at: [3, 1],
    job: 'order-from-supplier',
    takes: [SECOND, 10 * MINUTE],
  },
  {
    id: 'goods-arrived',
    name: 'Goods arrived',
    kind: 'intermediateCatchEvent',
    at: [4, 1],
    trigger: { message: 'goods-arrived', correlationKey: 'orderId', sentAfter: ['order-from-supplier'] },
    takes: [DAY, 9 * DAY],
  },
  { id: 'goods-ready', kind: 'exclusiveGateway', at: [5, 0] },
  { id: 'collect-payment', name: 'Collect payment', kind: 'callActivity', at: [6, 0], calls: 'payment' },
  {
    id: 'pack-goods',
    name: 'Pack goods',
    kind: 'userTask',
    at: [8, 0],
    form: 'pack-goods',
    group: 'warehouse',
    takes: [20 * MINUTE, DAY],
    sets: (random) => ({ parcelWeightKg: random.integer(5, 250) / 10 }),
  },
  {
    id: 'ship-parcel',
    name: 'Ship parcel',
    kind: 'serviceTask',
    at: [10, 0],
    job: 'ship-parcel',
    takes: [SECOND, 5 * MINUTE],
    inputs: { weight: 'parcelWeightKg', recipient: 'customer' },
    sets: (random) => ({ trackingNumber: `TRK${random.integer(10_000_000, 99_999_999)}` }),
    failure: {
      chance: 0.05,
      message: 'Carrier API answered 422 Unprocessable Entity: postal code does not match city',
    },
  },
  {
    id: 'parcel-delivered',
    name: 'Parcel delivered',
    kind: 'intermediateCatchEvent',
    at: [11, 0],
    trigger: { message: 'parcel-delivered', correlationKey: 'trackingNumber', sentAfter: ['ship-parcel'] },
    takes: [DAY, 6 * DAY],
  },
  { id: 'order-fulfilled', name: 'Order fulfilled', kind: 'endEvent', at: [12, 0] },
]

const billingNodes: readonly FlowNode[] = [
  { id: 'prepare', kind: 'parallelGateway', at: [7, 0] },
  {
    id: 'send-invoice',
    name: 'Send invoice',
    kind: 'sendTask',
    at: [8, 1],
    job: 'send-invoice',
    takes: [SECOND, MINUTE],
    sets: (random) => ({ invoiceNumber: `R-${random.integer(10_000, 99_999)}` }),
  },
  { id: 'prepared', kind: 'parallelGateway', at: [9, 0] },
]

const failureNodes: readonly FlowNode[] = [
  {
    id: 'payment-failed',
    name: 'Payment failed',
    kind: 'boundaryEvent',
    at: [6, 0],
    attachedTo: 'collect-payment',
    trigger: { error: 'payment-failed' },
  },
  {
    id: 'release-stock',
    name: 'Release stock',
    kind: 'serviceTask',
    at: [7, 2],
    job: 'release-stock',
    takes: [SECOND, MINUTE],
  },
  { id: 'order-canceled', name: 'Order canceled', kind: 'endEvent', at: [8, 2] },
]

/** From order to delivery. Version 2 packs and bills in parallel, version 3 catches a failed payment. */
export const orderFulfilmentVersions: readonly ProcessModel[] = [
  orderFulfilment({ version: 1, deployedAfterMs: 0, billsInParallel: false, catchesFailure: false }),
  orderFulfilment({
    version: 2,
    versionTag: '2.0.0',
    deployedAfterMs: 12 * DAY,
    billsInParallel: true,
    catchesFailure: false,
  }),
  orderFulfilment({
    version: 3,
    versionTag: '2.1.0',
    deployedAfterMs: 26 * DAY,
    billsInParallel: true,
    catchesFailure: true,
  }),
]
