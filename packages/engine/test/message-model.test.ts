import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Engine, EngineError } from '../src/index.ts'
import { engineWith, startInstance, stateOf, variablesOf } from './support/engine.ts'
import { catchEvent, flows, message, on, process, start } from './support/models.ts'

const PROCESSES = ['first', 'second'] as const

/** A message that waits, and the processes that have got it. */
interface Buffered {
  readonly n: number
  readonly key: string
  readonly messageId: string | undefined
  readonly expires: number
  readonly receivers: Set<string>
}

/** An instance that waits, or the number of the message that it got. */
interface Waiting {
  readonly instance: string
  readonly processId: string
  readonly key: string
  got: number | undefined
  isCanceled: boolean
}

interface Model {
  now: number
  published: number
  readonly buffered: Buffered[]
  readonly instances: Waiting[]
}

type Command = fc.Command<Model, Engine>

const isWaiting = ({ got, isCanceled }: Waiting): boolean => got === undefined && !isCanceled

function compare({ instances }: Model, engine: Engine): void {
  for (const { instance, got, isCanceled } of instances) {
    expect(stateOf(engine, instance)).toBe(isCanceled ? 'TERMINATED' : got === undefined ? 'ACTIVE' : 'COMPLETED')
    if (got !== undefined) expect(variablesOf(engine, instance)).toMatchObject({ n: got })
  }
}

const create = (processId: string, key: string): Command => ({
  check: () => true,
  run(model, engine) {
    const instance = startInstance(engine, { key }, processId)
    const found = model.buffered.find(
      (message) => message.key === key && message.expires > model.now && !message.receivers.has(processId),
    )
    found?.receivers.add(processId)
    model.instances.push({ instance, processId, key, got: found?.n, isCanceled: false })
    compare(model, engine)
  },
  toString: () => `create ${processId} ${key}`,
})

const publish = (key: string, timeToLive: number, messageId: string | undefined): Command => ({
  check: () => true,
  run(model, engine) {
    const isKnown = model.buffered.some(
      (waiting) => waiting.key === key && waiting.messageId === messageId && waiting.expires > model.now,
    )
    const n = ++model.published
    const input = { name: 'go', correlationKey: key, timeToLive, messageId, variables: { n } }
    if (messageId !== undefined && isKnown) {
      expect(() => engine.publishMessage(input)).toThrow(EngineError)
      return
    }
    engine.publishMessage(input)
    const receivers = new Set<string>()
    for (const processId of PROCESSES) {
      const first = model.instances.find((one) => one.processId === processId && one.key === key && isWaiting(one))
      if (first === undefined) continue
      first.got = n
      receivers.add(processId)
    }
    if (timeToLive > 0) model.buffered.push({ n, key, messageId, expires: model.now + timeToLive, receivers })
    compare(model, engine)
  },
  toString: () => `publish ${key} for ${timeToLive} as ${messageId}`,
})

const cancel = (index: number): Command => ({
  check: ({ instances }) => instances.some(isWaiting),
  run(model, engine) {
    const waiting = model.instances.filter(isWaiting)
    const picked = waiting[index % waiting.length] as Waiting
    engine.cancelInstance(picked.instance)
    picked.isCanceled = true
    compare(model, engine)
  },
  toString: () => `cancel ${index}`,
})

const advance = (ms: number): Command => ({
  check: () => true,
  run(model, engine) {
    engine.advance(ms)
    model.now += ms
  },
  toString: () => `advance by ${ms}`,
})

it('each message reaches the oldest instance of each process that waits for it, and no others', async () => {
  const key = fc.constantFrom('A', 'B')
  const commands = [
    fc.tuple(fc.constantFrom(...PROCESSES), key).map(([processId, of]) => create(processId, of)),
    fc
      .tuple(key, fc.constantFrom(0, 0, 10, 30), fc.constantFrom(undefined, undefined, 'm1', 'm2'))
      .map(([of, ttl, id]) => publish(of, ttl, id)),
    fc.nat(5).map(cancel),
    fc.nat(20).map(advance),
  ]
  const model = (id: string): string =>
    process(
      [start(), catchEvent('wait', on.message('go')), flows('start', 'wait')].join(''),
      id,
      message('go', '= key'),
    )
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 50, size: 'max' }), async (run) => {
      const engine = await engineWith(model('first'))
      await engine.deploy([{ name: 'second.bpmn', content: model('second') }])
      fc.modelRun(() => ({ model: { now: 0, published: 0, buffered: [], instances: [] }, real: engine }), run)
    }),
    { numRuns: 150 },
  )
})
