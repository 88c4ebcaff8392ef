import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEngine, type Engine } from '../src/index.ts'
import { startInstance } from './support/engine.ts'
import {
  boundary,
  element,
  end,
  error,
  flow,
  flows,
  multiInstance,
  on,
  process,
  serviceTask,
  start,
  subProcess,
} from './support/models.ts'

/** An activity that consists of other activities. */
type Activity =
  | { readonly kind: 'job' }
  /** One instance for each of `count` items; a job may stop after some of them. */
  | { readonly kind: 'each'; readonly isSequential: boolean; readonly count: number; readonly of: Activity }
  | { readonly kind: 'some'; readonly isSequential: boolean; readonly count: number; readonly stopAfter: number }
  | { readonly kind: 'call'; readonly of: Activity }
  | { readonly kind: 'ad-hoc'; readonly of: readonly Activity[]; readonly times: number }

const arbitraryActivity: fc.Arbitrary<Activity> = fc.letrec<{ activity: Activity }>((tie) => {
  const loop = { isSequential: fc.boolean(), count: fc.nat(3) }
  const activities = fc.array(tie('activity'), { minLength: 1, maxLength: 2 })
  return {
    activity: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant({ kind: 'job' } as const),
      fc.record({ kind: fc.constant('some'), ...loop, stopAfter: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('each'), ...loop, of: tie('activity') }),
      fc.record({ kind: fc.constant('call'), of: tie('activity') }),
      fc.record({ kind: fc.constant('ad-hoc'), of: activities, times: fc.integer({ min: 1, max: 2 }) }),
    ) as fc.Arbitrary<Activity>,
  }
}).activity

/** The files of a model, and how often an element of each type and id completes. */
interface Model {
  readonly files: readonly string[]
  readonly expected: ReadonlyMap<string, number>
}

function toModel(activity: Activity): Model {
  const files: string[] = []
  const expected = new Map<string, number>()
  let count = 0
  const pass = (type: string, id: string, times: number): void => {
    const key = `${type} ${id}`
    if (times > 0) expected.set(key, (expected.get(key) ?? 0) + times)
  }

  /** A scope with one activity in it, between its start and its end. */
  function content(inner: Activity, times: number): string {
    const [begin, finish] = [`start-${++count}`, `end-${count}`]
    const { id, xml } = write(inner, times)
    pass('START_EVENT', begin, times)
    pass('END_EVENT', finish, times)
    return [start(begin), xml, end(finish), flows(begin, id, finish)].join('\n')
  }

  function write(piece: Activity, times: number): { readonly id: string; readonly xml: string } {
    const id = `${piece.kind}-${++count}`
    switch (piece.kind) {
      case 'job':
        pass('SERVICE_TASK', id, times)
        return { id, xml: serviceTask(id, 'work') }
      case 'some': {
        pass('MULTI_INSTANCE_BODY', id, times)
        pass('SERVICE_TASK', id, times * Math.min(piece.count, piece.stopAfter))
        const completionCondition = `= numberOfCompletedInstances >= ${piece.stopAfter}`
        const task = serviceTask(id, 'work')
        return {
          id,
          xml: task.replace('</bpmn:serviceTask>', `${loop(piece, completionCondition)}</bpmn:serviceTask>`),
        }
      }
      case 'each': {
        pass('MULTI_INSTANCE_BODY', id, times)
        pass('SUB_PROCESS', id, times * piece.count)
        return { id, xml: subProcess(id, loop(piece) + content(piece.of, times * piece.count)) }
      }
      case 'call': {
        pass('CALL_ACTIVITY', id, times)
        files.push(process(content(piece.of, times), id))
        return { id, xml: element('callActivity', id, `<zeebe:calledElement processId="${id}" />`) }
      }
      case 'ad-hoc': {
        const inner = piece.of.map((activity) => write(activity, times * piece.times))
        pass('AD_HOC_SUB_PROCESS', id, times)
        pass('AD_HOC_SUB_PROCESS_INNER_INSTANCE', `${id}#innerInstance`, times * piece.times * inner.length)
        const active = inner.flatMap((activity) => Array.from({ length: piece.times }, () => `"${activity.id}"`))
        const extension = `<zeebe:adHoc activeElementsCollection='= [${active.join(', ')}]' />`
        return { id, xml: element('adHocSubProcess', id, extension, inner.map(({ xml }) => xml).join('\n')) }
      }
    }
  }

  const guarded = subProcess('guarded', content(activity, 1))
  pass('SUB_PROCESS', 'guarded', 1)
  for (const [type, id] of [
    ['START_EVENT', 'start'],
    ['END_EVENT', 'end'],
  ] as const)
    pass(type, id, 1)
  const failed = [boundary('failed', 'guarded', on.error('broken')), end('sorry'), flow('failed', 'sorry')]
  const xml = [start(), guarded, end(), ...failed, flows('start', 'guarded', 'end')].join('\n')
  return { files: [process(xml, 'process', error('broken')), ...files], expected }
}

function loop(
  { isSequential, count }: { readonly isSequential: boolean; readonly count: number },
  completionCondition?: string,
): string {
  const items = Array.from({ length: count }, (_, index) => index)
  const inputCollection = `= [${items.join(', ')}]`
  return multiInstance({
    isSequential,
    inputCollection,
    ...(completionCondition !== undefined && { completionCondition }),
  })
}

async function deploy({ files }: Model): Promise<Engine> {
  const engine = createEngine()
  await engine.deploy(files.map((content, index) => ({ name: `${index}.bpmn`, content })))
  return engine
}

const openJobs = (engine: Engine): string[] =>
  [...engine.jobs].filter(({ endTime }) => endTime === null).map(({ jobKey }) => jobKey)

/** Everything that is active waits for a job, or for something in it or called by it. */
function checkTokens(engine: Engine): void {
  const active = [...engine.elementInstances].filter(({ state }) => state === 'ACTIVE')
  const jobs = [...engine.jobs].filter(({ endTime }) => endTime === null)
  const running = [...engine.processInstances].filter(({ state }) => state === 'ACTIVE')
  const reasons = new Set([
    ...jobs.map((job) => job.elementInstanceKey),
    ...active.map((instance) => instance.elementInstanceScopeKey),
    ...running.map((instance) => instance.parentElementInstanceKey ?? ''),
  ])
  expect(active.filter(({ elementInstanceKey }) => !reasons.has(elementInstanceKey))).toEqual([])
  expect(running.filter(({ processInstanceKey }) => !reasons.has(processInstanceKey))).toEqual([])
  expect([...engine.incidents]).toEqual([])
}

/** How often an element of each type and id has completed. */
function completions({ elementInstances }: Engine): Map<string, number> {
  const completed = new Map<string, number>()
  for (const { type, elementId, state } of elementInstances) {
    const key = `${type} ${elementId}`
    if (state === 'COMPLETED') completed.set(key, (completed.get(key) ?? 0) + 1)
  }
  return completed
}

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 20 })

it('activities that repeat, call and activate others complete as often as they should', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryActivity, choices, async (activity, order) => {
      const model = toModel(activity)
      const engine = await deploy(model)
      startInstance(engine)
      checkTokens(engine)
      let at = 0
      for (let jobs = openJobs(engine); jobs.length > 0; jobs = openJobs(engine)) {
        engine.completeJob(jobs[(order[at++ % order.length] ?? 0) % jobs.length] ?? '')
        checkTokens(engine)
      }
      expect([...engine.processInstances].filter(({ state }) => state !== 'COMPLETED')).toEqual([])
      expect(completions(engine)).toEqual(model.expected)
    }),
    { numRuns: 200 },
  )
})

it('an error or a cancellation leaves nothing of them behind', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryActivity, choices, fc.nat(4), fc.boolean(), async (activity, order, after, isError) => {
      const engine = await deploy(toModel(activity))
      const instance = startInstance(engine)
      for (let n = 0; n < after && openJobs(engine).length > 1; n++) {
        const jobs = openJobs(engine)
        engine.completeJob(jobs[(order[n % order.length] ?? 0) % jobs.length] ?? '')
      }
      const [job] = openJobs(engine)
      if (job === undefined) return
      if (isError) engine.throwError(job, { errorCode: 'broken' })
      else engine.cancelInstance(instance)
      checkTokens(engine)
      expect(openJobs(engine)).toEqual([])
      expect(engine.processInstances.get(instance)?.state).toBe(isError ? 'COMPLETED' : 'TERMINATED')
      expect([...engine.processInstances].filter(({ state }) => state === 'ACTIVE')).toEqual([])
    }),
    { numRuns: 200 },
  )
})

it('starting a job again, in any scope, changes nothing afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryActivity, choices, fc.boolean(), async (activity, order, isInferred) => {
      const model = toModel(activity)
      const engine = await deploy(model)
      startInstance(engine)
      let at = 0
      for (let jobs = openJobs(engine); jobs.length > 0; jobs = openJobs(engine)) {
        const choice = order[at++ % order.length] ?? 0
        const jobKey = jobs[choice % jobs.length] ?? ''
        const job = engine.jobs.get(jobKey)
        const scopeKey = engine.elementInstances.get(job?.elementInstanceKey ?? '')?.elementInstanceScopeKey ?? ''
        // The instance of a multi-instance activity has no id of its own to be activated by.
        const isInstance = engine.elementInstances.get(scopeKey)?.type === 'MULTI_INSTANCE_BODY'
        if (isInstance || choice % 2 === 0 || at > 20) engine.completeJob(jobKey)
        else {
          engine.modifyInstance(job?.processInstanceKey ?? '', {
            moveInstructions: [
              {
                sourceElementInstruction: { sourceElementInstanceKey: job?.elementInstanceKey },
                targetElementId: job?.elementId ?? '',
                ancestorScopeInstruction: { ancestorScopeType: isInferred ? 'inferred' : 'sourceParent' },
              },
            ],
          })
        }
        checkTokens(engine)
      }
      expect([...engine.processInstances].filter(({ state }) => state !== 'COMPLETED')).toEqual([])
      expect(completions(engine)).toEqual(model.expected)
    }),
    { numRuns: 100 },
  )
})
