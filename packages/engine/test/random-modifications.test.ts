import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ElementInstanceRecord, type Engine, EngineError, type ModifyInstanceInput } from '../src/index.ts'
import { toModel } from './support/block-model.ts'
import { arbitraryBlock } from './support/blocks.ts'
import { activeElements, checkTokens, completions, drive, findIdle, MINUTE, terminated } from './support/drive.ts'
import { activate, engineWith, startInstance, stateOf } from './support/engine.ts'

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 20 })

/** Completes a job or, if there is none, lets time pass. */
function step(engine: Engine): void {
  const [job] = activate(engine, 'work', 1)
  if (job !== undefined) engine.completeJob(job.jobKey)
  else engine.advance(MINUTE)
}

/** A user task that was moved is active until its listeners for that are done. */
const isCanceled = (engine: Engine, instance: string, elementInstanceKey: string): boolean =>
  [...engine.userTasks.of(instance)].some(
    (task) => task.elementInstanceKey === elementInstanceKey && task.state === 'CANCELING',
  )

it('starting any element again changes nothing afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBlock, choices, fc.nat(6), async (block, order, after) => {
      const model = toModel(block)
      const engine = await engineWith(model.xml)
      const instance = startInstance(engine, model.variables)
      const moved: string[] = []
      for (let n = 0; n < after && stateOf(engine, instance) === 'ACTIVE'; n++) {
        const leaves = activeElements(engine, instance).filter(({ type }) => type !== 'SUB_PROCESS')
        const { elementId, elementInstanceKey: key } = leaves[(order[n] ?? 0) % leaves.length] as ElementInstanceRecord
        const move = {
          sourceElementInstruction: { sourceElementInstanceKey: key },
          targetElementId: elementId,
          ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
        } as const
        if (isCanceled(engine, instance, key)) {
          expect(() => engine.modifyInstance(instance, { moveInstructions: [move] })).toThrow('no active element')
        } else {
          engine.modifyInstance(instance, { moveInstructions: [move] })
          moved.push(elementId)
        }
        checkTokens(engine, instance)
        step(engine)
      }
      drive(engine, instance, model, order)
      expect(stateOf(engine, instance)).toBe('COMPLETED')
      expect(completions(engine, instance)).toEqual(model.expected)
      expect(terminated(engine, instance).sort()).toEqual(moved.sort())
    }),
    { numRuns: 60 },
  )
})

/** Which of the gateways where tokens wait for others are in which process or sub-process, by its id. */
function joinsByScope(xml: string): Map<string, string[]> {
  const joins = new Map<string, string[]>([['process', []]])
  const scopes = ['process']
  for (const [, end, tag, id = ''] of xml.matchAll(
    /<(\/?)bpmn:(subProcess|parallelGateway|inclusiveGateway)(?: id="(.*?)")?/g,
  )) {
    if (tag === 'subProcess') {
      if (end === '/') scopes.pop()
      else {
        scopes.push(id)
        joins.set(id, [])
      }
    } else if (id.startsWith('join')) joins.get(scopes.at(-1) ?? '')?.push(id)
  }
  return joins
}

/** Scopes that nothing runs in, by their keys. Then a token waits in them at one of their gateways, which are returned. */
function findWaiting(engine: Engine, instance: string, joins: ReadonlyMap<string, string[]>): Map<string, string[]> {
  const idle = findIdle(engine, instance)
  const scopes = idle.map(({ elementInstanceKey, elementId }) => [elementInstanceKey, elementId] as const)
  const isIdle = stateOf(engine, instance) === 'ACTIVE' && activeElements(engine, instance).length === 0
  if (isIdle) scopes.push([instance, 'process'])
  const taken = [...engine.sequenceFlows.of(instance)].map(({ elementId }) => elementId)
  const waiting = scopes.map(([key, id]) => {
    const reached = (joins.get(id) ?? []).filter((join) => taken.some((flow) => flow.endsWith(`-${join}`)))
    expect(reached, `a token is lost in '${id}'`).not.toEqual([])
    return [key, reached] as const
  })
  return new Map(waiting)
}

const arbitraryChange = fc.record({
  how: fc.constantFrom('activate', 'move', 'terminate', 'both'),
  source: fc.nat(),
  target: fc.nat(),
  isById: fc.boolean(),
  scope: fc.constantFrom('direct', 'inferred', 'sourceParent', undefined),
})

it('no activation, move or termination loses a token or leaves it without a next step', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryBlock,
      choices,
      fc.array(arbitraryChange, { minLength: 1, maxLength: 6 }),
      async (block, order, changes) => {
        const model = toModel(block)
        const joins = joinsByScope(model.xml)
        const ids = [
          ...model.xml.matchAll(/<bpmn:(?!process|definitions|message|sequenceFlow|startEvent)\w+ id="(.*?)"/g),
        ].map(([, id]) => id as string)
        const engine = await engineWith(model.xml)
        // Some rounds of a loop may be skipped, and so may its beginning.
        const counters = Object.fromEntries([...model.xml.matchAll(/= (n\d+) /g)].map(([, name]) => [name, 0]))
        const instance = startInstance(engine, { ...counters, ...model.variables })
        const check = (): void => void findWaiting(engine, instance, joins)
        const world = (): unknown => [
          [...engine.elementInstances],
          [...engine.variables],
          [...engine.jobs],
          [...engine.incidents],
          [...engine.messageSubscriptions],
          engine.nextDueTime(),
        ]
        for (const { how, source, target, isById, scope } of changes) {
          const active = activeElements(engine, instance)
          const { elementId, elementInstanceKey } = active[source % active.length] ?? {}
          const targetElementId = ids[target % ids.length] ?? ''
          const input: ModifyInstanceInput = {
            activateInstructions: how === 'activate' || how === 'both' ? [{ elementId: targetElementId }] : [],
            moveInstructions:
              how === 'move'
                ? [
                    {
                      sourceElementInstruction: isById
                        ? { sourceElementId: elementId }
                        : { sourceElementInstanceKey: elementInstanceKey },
                      targetElementId,
                      ancestorScopeInstruction: { ancestorScopeType: scope },
                    },
                  ]
                : [],
            terminateInstructions:
              how === 'terminate' || how === 'both' ? [isById ? { elementId } : { elementInstanceKey }] : [],
          }
          const before = world()
          try {
            engine.modifyInstance(instance, input)
          } catch (error) {
            expect(error).toBeInstanceOf(EngineError)
            expect(world()).toEqual(before)
          }
          check()
          step(engine)
          check()
        }
        drive(engine, instance, model, order, check)
        // Tokens that wait at a gateway for one that was taken away stay there.
        if (findWaiting(engine, instance, joins).size > 0) engine.cancelInstance(instance)
        expect(stateOf(engine, instance)).not.toBe('ACTIVE')
        expect(activeElements(engine, instance)).toEqual([])
        expect(engine.nextDueTime()).toBeUndefined()
      },
    ),
    { numRuns: 100 },
  )
})
