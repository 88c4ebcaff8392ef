import { describe, expect, it } from 'vitest'
import { type Engine, EngineError, type ModifyInstanceInput } from '../src/index.ts'
import { activate, engineWith, path, startInstance, stateOf, variablesOf, work } from './support/engine.ts'
import {
  boundary,
  catchEvent,
  element,
  end,
  endEvent,
  eventSubProcess,
  flow,
  flows,
  message,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  subProcess,
  throwEvent,
} from './support/models.ts'

const keyOf = (engine: Engine, instance: string, elementId: string, state = 'ACTIVE'): string => {
  const found = [...engine.elementInstances.of(instance)].findLast(
    (record) => record.elementId === elementId && record.state === state,
  )
  if (found === undefined) throw new Error(`No instance of '${elementId}' is ${state}.`)
  return found.elementInstanceKey
}

/** Expects a rejection, after which nothing has changed. */
function rejects(engine: Engine, instance: string, input: ModifyInstanceInput, reason: RegExp): void {
  const world = (): unknown => [
    [...engine.elementInstances],
    [...engine.variables],
    [...engine.jobs],
    [...engine.messageSubscriptions],
  ]
  const before = world()
  expect(() => engine.modifyInstance(instance, input)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(reason) }),
  )
  expect(world()).toEqual(before)
}

/** start → a → b → end */
const chain = process(start() + serviceTask('a', 'a') + serviceTask('b', 'b') + end() + flows('start', 'a', 'b', 'end'))

/** start → a → outer(in → x → inner(go → y → done) → out) → end */
const nested = process(
  start() +
    serviceTask('a', 'a') +
    subProcess(
      'outer',
      start('in') +
        serviceTask('x', 'x') +
        subProcess('inner', start('go') + serviceTask('y', 'y') + end('done') + flows('go', 'y', 'done')) +
        end('out') +
        flows('in', 'x', 'inner', 'out'),
    ) +
    end() +
    flows('start', 'a', 'outer', 'end'),
)

const move = (from: string, to: string): ModifyInstanceInput => ({
  moveInstructions: [{ sourceElementInstruction: { sourceElementId: from }, targetElementId: to }],
})

describe('a modification', () => {
  it('activates another element', async () => {
    const engine = await engineWith(chain)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'b' }] })
    expect(path(engine, instance)).toEqual(['start', 'a ACTIVE', 'b ACTIVE'])
    expect(work(engine, 'b') + work(engine, 'a') + work(engine, 'b')).toBe(3)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('moves an active element, and cancels its job', async () => {
    const engine = await engineWith(chain)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, move('a', 'b'))
    expect(path(engine, instance)).toEqual(['start', 'a TERMINATED', 'b ACTIVE'])
    expect([...engine.jobs.of(instance)].map(({ type, state }) => [type, state])).toEqual([
      ['a', 'CANCELED'],
      ['b', 'CREATED'],
    ])
    work(engine, 'b')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('moves one of several element instances by its key, and all of them by their id', async () => {
    const engine = await engineWith(chain)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'a' }, { elementId: 'a' }] })
    const sourceElementInstanceKey = keyOf(engine, instance, 'a')
    engine.modifyInstance(instance, {
      moveInstructions: [{ sourceElementInstruction: { sourceElementInstanceKey }, targetElementId: 'b' }],
    })
    expect(activate(engine, 'b')).toHaveLength(1)
    engine.modifyInstance(instance, move('a', 'b'))
    expect(activate(engine, 'b')).toHaveLength(2)
    expect(activate(engine, 'a')).toHaveLength(0)
  })

  it('terminates by key and by id, and the process instance with the last of its elements', async () => {
    const engine = await engineWith(chain)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'a' }] })
    engine.modifyInstance(instance, {
      terminateInstructions: [{ elementInstanceKey: keyOf(engine, instance, 'a') }],
    })
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    engine.modifyInstance(instance, { terminateInstructions: [{ elementId: 'a' }, { elementId: 'b' }] })
    expect(stateOf(engine, instance)).toBe('TERMINATED')
    expect(() => engine.modifyInstance(instance, move('a', 'b'))).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
  })

  it('sets variables in the process instance, in scopes around the element, and in the element', async () => {
    const engine = await engineWith(nested)
    const instance = startInstance(engine, { at: 'start' })
    engine.modifyInstance(instance, {
      activateInstructions: [
        {
          elementId: 'y',
          variableInstructions: [
            { variables: { at: 'process', sum: 1 } },
            { variables: { at: 'outer' }, scopeId: 'outer' },
            { variables: { at: 'y' }, scopeId: 'y' },
          ],
        },
      ],
    })
    expect(variablesOf(engine, instance)).toEqual({ at: 'process', sum: 1 })
    expect(variablesOf(engine, instance, keyOf(engine, instance, 'outer'))).toEqual({ at: 'outer' })
    const [job] = activate(engine, 'y')
    expect(job?.variables).toEqual({ at: 'y', sum: 1 })
  })

  it('creates the scopes around an element, without their start events', async () => {
    const engine = await engineWith(nested)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, move('a', 'y'))
    expect(path(engine, instance)).toEqual(['start', 'a TERMINATED', 'outer ACTIVE', 'inner ACTIVE', 'y ACTIVE'])
    work(engine, 'y')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('uses an active scope, including one that a previous instruction created', async () => {
    const engine = await engineWith(nested)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, {
      activateInstructions: [{ elementId: 'y' }, { elementId: 'y' }, { elementId: 'x' }],
    })
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'y' }] })
    const scopes = [...engine.elementInstances.of(instance)].filter(({ type }) => type === 'SUB_PROCESS')
    expect(scopes.map(({ elementId }) => elementId)).toEqual(['outer', 'inner'])
    expect(activate(engine, 'y')).toHaveLength(3)
  })

  it('requires the key of a scope to choose one of several, and creates scopes inside the chosen one', async () => {
    const engine = await engineWith(nested)
    const instance = startInstance(engine)
    const root = { elementId: 'x', ancestorElementInstanceKey: instance }
    engine.modifyInstance(instance, { activateInstructions: [root, root] })
    rejects(
      engine,
      instance,
      { activateInstructions: [{ elementId: 'x' }] },
      /more than one active instance of 'outer'/,
    )
    const outer = keyOf(engine, instance, 'outer')
    const y = { elementId: 'y', ancestorElementInstanceKey: outer }
    engine.modifyInstance(instance, { activateInstructions: [y, y] })
    const inner = [...engine.elementInstances.of(instance)].filter(({ elementId }) => elementId === 'inner')
    expect(inner.map(({ elementInstanceScopeKey }) => elementInstanceScopeKey)).toEqual([outer, outer])
    engine.modifyInstance(instance, {
      activateInstructions: [{ ...y, ancestorElementInstanceKey: inner[0]?.elementInstanceKey }],
    })
    expect(activate(engine, 'y')).toHaveLength(3)
  })

  it('determines the scope of a move from its source', async () => {
    const engine = await engineWith(nested)
    const instance = startInstance(engine)
    const root = { ancestorElementInstanceKey: instance }
    engine.modifyInstance(instance, {
      activateInstructions: [
        { elementId: 'y', ...root },
        { elementId: 'y', ...root },
      ],
    })
    const inTheirScope = (from: string, to: string, ancestorScopeType: 'inferred' | 'sourceParent'): void =>
      engine.modifyInstance(instance, {
        moveInstructions: [
          {
            sourceElementInstruction: { sourceElementId: from },
            targetElementId: to,
            ancestorScopeInstruction: { ancestorScopeType },
          },
        ],
      })
    inTheirScope('y', 'x', 'inferred')
    const scopes = (id: string): string[] =>
      [...engine.elementInstances.of(instance)]
        .filter(({ elementId, state }) => elementId === id && state === 'ACTIVE')
        .map(({ elementInstanceScopeKey }) => elementInstanceScopeKey)
    const outers = [...engine.elementInstances.of(instance)].filter(({ elementId }) => elementId === 'outer')
    expect(scopes('x')).toEqual(outers.map(({ elementInstanceKey }) => elementInstanceKey))
    expect(scopes('inner')).toEqual([])
    inTheirScope('x', 'x', 'sourceParent')
    expect(scopes('x')).toHaveLength(2)
    work(engine, 'x')
    work(engine, 'y')
    work(engine, 'a')
    work(engine, 'x')
    work(engine, 'y')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('ends scopes that become empty', async () => {
    const engine = await engineWith(nested)
    const instance = startInstance(engine)
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'y' }] })
    engine.modifyInstance(instance, { terminateInstructions: [{ elementId: 'y' }] })
    expect(path(engine, instance)).toEqual([
      'start',
      'a ACTIVE',
      'outer TERMINATED',
      'inner TERMINATED',
      'y TERMINATED',
    ])
    expect(work(engine, 'a')).toBe(1)
  })

  it('keeps a scope with a token at a gateway, which continues with the tokens that have arrived when it is activated', async () => {
    const engine = await engineWith(
      process(
        start() +
          element('parallelGateway', 'fork') +
          serviceTask('a', 'a') +
          serviceTask('b', 'b') +
          element('parallelGateway', 'join') +
          end() +
          flows('start', 'fork', 'a', 'join', 'end') +
          flows('fork', 'b', 'join'),
      ),
    )
    const instance = startInstance(engine)
    work(engine, 'a')
    engine.modifyInstance(instance, { terminateInstructions: [{ elementId: 'b' }] })
    expect(stateOf(engine, instance)).toBe('ACTIVE')
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'join' }] })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('opens the subscriptions of a new scope, and triggers its events', async () => {
    const xml = process(
      start() +
        serviceTask('a', 'a') +
        subProcess(
          'scope',
          start('in') +
            serviceTask('x', 'x') +
            end('out') +
            flows('in', 'x', 'out') +
            eventSubProcess('on-paid', on.message('paid'), end('paid-end') + flows('on-paid-start', 'paid-end')),
        ) +
        boundary('late', 'scope', on.timer('duration', 'PT1M')) +
        end() +
        end('too-late') +
        flows('start', 'a', 'scope', 'end') +
        flows('late', 'too-late'),
      'process',
      message('paid', '= order'),
    )
    const engine = await engineWith(xml)
    const instance = startInstance(engine, {})
    rejects(engine, instance, move('a', 'x'), /'scope' cannot be created.*correlation key/)
    const variables = { order: 'A-1' }
    const target = { targetElementId: 'x', variableInstructions: [{ variables }] }
    engine.modifyInstance(instance, {
      moveInstructions: [{ sourceElementInstruction: { sourceElementId: 'a' }, ...target }],
    })
    engine.publishMessage({ name: 'paid', correlationKey: 'A-1' })
    expect(path(engine, instance)).toContain('paid-end')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    const other = startInstance(engine, variables)
    engine.modifyInstance(other, move('a', 'x'))
    engine.advance(60_000)
    expect(path(engine, other)).toEqual(
      expect.arrayContaining(['x TERMINATED', 'scope TERMINATED', 'late', 'too-late']),
    )
  })

  it('activates events, links and event sub-processes', async () => {
    const engine = await engineWith(
      process(
        start() +
          serviceTask('a', 'a') +
          throwEvent('jump', on.link('here')) +
          catchEvent('here', on.link('here')) +
          catchEvent('later', on.timer('duration', 'PT1M')) +
          end() +
          flows('start', 'a', 'jump') +
          flows('here', 'later', 'end') +
          eventSubProcess(
            'alarm',
            on.signal('fire'),
            serviceTask('x', 'x') + end('x-end') + flows('alarm-start', 'x', 'x-end'),
            false,
          ),
        'process',
        '<bpmn:signal id="fire" name="fire" />',
      ),
    )
    const instance = startInstance(engine)
    engine.modifyInstance(instance, {
      activateInstructions: [{ elementId: 'alarm' }, { elementId: 'here' }],
      terminateInstructions: [{ elementId: 'a' }],
    })
    expect(work(engine, 'x')).toBe(1)
    engine.advance(60_000)
    expect(path(engine, instance)).toEqual(
      expect.arrayContaining(['alarm', 'alarm-start', 'x', 'here', 'later', 'a TERMINATED']),
    )
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('activates elements in an instance of a multi-instance activity, and its whole body, but not a single instance', async () => {
    const engine = await engineWith(
      process(
        start() +
          serviceTask('a', 'a') +
          element(
            'subProcess',
            'each',
            '',
            multiInstance({ inputCollection: '= items', inputElement: 'item' }) +
              start('in') +
              serviceTask('x', 'x') +
              serviceTask('y', 'y') +
              end('out') +
              flows('in', 'x', 'y', 'out'),
          ) +
          end() +
          flows('start', 'a', 'each', 'end'),
      ),
    )
    const instance = startInstance(engine, { items: [1, 2] })
    rejects(engine, instance, move('a', 'x'), /without an active instance of the multi-instance activity 'each'/)
    engine.modifyInstance(instance, move('a', 'each'))
    const jobs = activate(engine, 'x')
    expect(jobs.map(({ variables }) => variables.item)).toEqual([1, 2])
    const [first] = jobs
    engine.modifyInstance(instance, {
      moveInstructions: [
        {
          sourceElementInstruction: { sourceElementInstanceKey: first?.elementInstanceKey },
          targetElementId: 'y',
          ancestorScopeInstruction: { ancestorScopeType: 'sourceParent' },
        },
      ],
    })
    expect(activate(engine, 'y').map(({ variables }) => variables.item)).toEqual([1])
    engine.modifyInstance(instance, { terminateInstructions: [{ elementId: 'y' }] })
    engine.completeJob(jobs[1]?.jobKey ?? '')
    work(engine, 'y')
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('activates elements in an ad-hoc sub-process, each time in a separate scope', async () => {
    const engine = await engineWith(
      process(
        start() +
          serviceTask('a', 'a') +
          element(
            'adHocSubProcess',
            'tools',
            '<zeebe:adHoc outputCollection="results" outputElement="= result" />',
            serviceTask('x', 'x') + serviceTask('y', 'y') + flows('x', 'y'),
          ) +
          end() +
          flows('start', 'a', 'tools', 'end'),
      ),
    )
    const instance = startInstance(engine)
    engine.modifyInstance(instance, {
      activateInstructions: [{ elementId: 'x' }, { elementId: 'y' }],
      terminateInstructions: [{ elementId: 'a' }],
    })
    expect(work(engine, 'y', { result: 1 })).toBe(1)
    work(engine, 'x')
    work(engine, 'y', { result: 2 })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
    expect(variablesOf(engine, instance)).toEqual({ results: [1, 2] })
  })

  it('does not end a called instance, and ends the instances that a terminated element called', async () => {
    const engine = await engineWith(chain)
    const caller = process(
      start() +
        element('callActivity', 'call', '<zeebe:calledElement processId="process" />') +
        end() +
        flows('start', 'call', 'end'),
      'caller',
    )
    await engine.deploy([{ name: 'caller.bpmn', content: caller }])
    const instance = startInstance(engine, {}, 'caller')
    const called = [...engine.processInstances].find((record) => record.parentProcessInstanceKey === instance)
    const key = called?.processInstanceKey ?? ''
    rejects(engine, key, { terminateInstructions: [{ elementId: 'a' }] }, /called by another one/)
    engine.modifyInstance(key, move('a', 'b'))
    engine.modifyInstance(instance, { terminateInstructions: [{ elementId: 'call' }] })
    expect([stateOf(engine, key), stateOf(engine, instance)]).toEqual(['TERMINATED', 'TERMINATED'])
  })

  it('of a suspended instance takes effect when it is resumed', async () => {
    const engine = await engineWith(chain)
    const instance = startInstance(engine)
    engine.suspendInstance(instance)
    engine.modifyInstance(instance, move('a', 'b'))
    expect(path(engine, instance)).toEqual(['start', 'a TERMINATED', 'b ACTIVE'])
    expect(work(engine, 'b')).toBe(0)
    engine.resumeInstance(instance)
    expect(work(engine, 'b')).toBe(1)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('that ends a compensation handler lets the compensation continue', async () => {
    const engine = await engineWith(
      process(
        start() +
          serviceTask('book', 'book') +
          boundary('undo', 'book', '<bpmn:compensateEventDefinition />') +
          serviceTask('cancel', 'cancel').replace('<bpmn:serviceTask ', '<bpmn:serviceTask isForCompensation="true" ') +
          endEvent('stop', '<bpmn:compensateEventDefinition />') +
          flows('start', 'book', 'stop') +
          '<bpmn:association id="link" associationDirection="One" sourceRef="undo" targetRef="cancel" />',
      ),
    )
    const instance = startInstance(engine)
    work(engine, 'book')
    engine.modifyInstance(instance, { terminateInstructions: [{ elementId: 'cancel' }] })
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })
})

describe('a modification is rejected, without any change,', () => {
  const reject = async (input: (instance: string, engine: Engine) => ModifyInstanceInput, reason: RegExp) => {
    const gateway = element('eventBasedGateway', 'first')
    const events = catchEvent('one', on.timer('duration', 'PT1M')) + catchEvent('two', on.timer('duration', 'PT2M'))
    const engine = await engineWith(
      process(
        start() +
          serviceTask('a', 'a') +
          boundary('late', 'a', on.timer('duration', 'PT1H')) +
          gateway +
          events +
          subProcess('scope', start('in') + serviceTask('x', 'x') + end('out') + flows('in', 'x', 'out')) +
          end() +
          flow('late', 'end') +
          flows('start', 'a', 'first') +
          flows('first', 'one', 'scope', 'end') +
          flows('first', 'two', 'end'),
      ),
    )
    const instance = startInstance(engine)
    rejects(engine, instance, input(instance, engine), reason)
  }
  // Each has a valid instruction, too.
  const valid = { elementId: 'x', variableInstructions: [{ variables: { set: true } }] }
  const activating = (rest: object) => () => ({ activateInstructions: [valid, { elementId: 'a', ...rest }] })
  const moving = (rest: object) => () => ({
    activateInstructions: [valid],
    moveInstructions: [{ sourceElementInstruction: { sourceElementId: 'a' }, targetElementId: 'x', ...rest }],
  })

  it.each<readonly [string, (instance: string, engine: Engine) => ModifyInstanceInput, RegExp]>([
    ['without instructions', () => ({ activateInstructions: [], moveInstructions: null }), /At least one/],
    ['an unknown element', activating({ elementId: 'nothing' }), /no element 'nothing'/],
    [
      'several unknown elements, all named',
      () => ({ activateInstructions: [{ elementId: 'nothing' }, { elementId: 'nowhere' }] }),
      /no element 'nothing' and no element 'nowhere'/,
    ],
    ['a start event', activating({ elementId: 'in' }), /'in' cannot be activated.*START_EVENT/],
    ['a boundary event', activating({ elementId: 'late' }), /'late' cannot be activated.*BOUNDARY_EVENT/],
    ['an event behind an event-based gateway', activating({ elementId: 'one' }), /event-based gateway/],
    [
      'an unknown ancestor',
      activating({ ancestorElementInstanceKey: '2251799813999999' }),
      /no active element instance/,
    ],
    [
      'variables for an unknown scope',
      activating({ variableInstructions: [{ variables: {}, scopeId: 'x' }] }),
      /'x' is neither 'a' nor/,
    ],
    [
      'variables that are none',
      activating({ variableInstructions: [{ variables: [1] }] }),
      /`variables` must be an object/,
    ],
    ['a move from nowhere', moving({ sourceElementInstruction: {} }), /either `sourceElementId` or/],
    [
      'a move from two places',
      moving({ sourceElementInstruction: { sourceElementId: 'a', sourceElementInstanceKey: '1' } }),
      /either `sourceElementId` or/,
    ],
    ['a move to nowhere', moving({ targetElementId: 'nothing' }), /no element 'nothing'/],
    [
      'a move of what is not there',
      moving({ sourceElementInstruction: { sourceElementInstanceKey: '1' } }),
      /no active element instance/,
    ],
    [
      'a scope of an unknown kind',
      moving({ ancestorScopeInstruction: { ancestorScopeType: 'best' } }),
      /must be 'direct'/,
    ],
    [
      'a scope with a key that is not asked for',
      moving({ ancestorScopeInstruction: { ancestorScopeType: 'inferred', ancestorElementInstanceKey: '1' } }),
      /must not be combined/,
    ],
    [
      'two moves of one element',
      () => ({ moveInstructions: [moving({})().moveInstructions[0], moving({})().moveInstructions[0]] as never }),
      /more than one move/,
    ],
    [
      'a termination of nothing',
      () => ({ activateInstructions: [valid], terminateInstructions: [{}] }),
      /either `elementId` or/,
    ],
    [
      'a termination of what is not there',
      () => ({ activateInstructions: [valid], terminateInstructions: [{ elementInstanceKey: '7' }] }),
      /no active element instance/,
    ],
    [
      'a termination of where something is activated',
      (instance) => ({ activateInstructions: [valid], terminateInstructions: [{ elementInstanceKey: instance }] }),
      /which is terminated/,
    ],
    [
      'an ancestor that is none',
      (instance, engine) => ({
        activateInstructions: [{ ...valid, ancestorElementInstanceKey: keyOf(engine, instance, 'a') }],
      }),
      /'a' is not a scope around 'x'/,
    ],
  ])('for %s', async (_, input, reason) => {
    await reject(input, reason)
  })

  it('in a scope that was interrupted by an event', async () => {
    const engine = await engineWith(
      process(
        start() +
          serviceTask('a', 'a') +
          end() +
          flows('start', 'a', 'end') +
          eventSubProcess(
            'alarm',
            on.signal('fire'),
            serviceTask('x', 'x') + end('x-end') + flows('alarm-start', 'x', 'x-end'),
          ),
        'process',
        '<bpmn:signal id="fire" name="fire" />',
      ),
    )
    const instance = startInstance(engine)
    engine.broadcastSignal({ signalName: 'fire' })
    rejects(engine, instance, { activateInstructions: [{ elementId: 'a' }] }, /which an event has interrupted/)
    engine.modifyInstance(instance, { activateInstructions: [{ elementId: 'x' }] })
    expect(work(engine, 'x')).toBe(2)
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('for a missing instance', async () => {
    const engine = await engineWith(chain)
    expect(() => engine.modifyInstance('7', move('a', 'b'))).toThrow(EngineError)
  })
})
