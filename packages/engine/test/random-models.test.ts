import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Engine, JobRecord } from '../src/index.ts'
import { toModel } from './support/block-model.ts'
import { arbitraryBlock } from './support/blocks.ts'
import { checkTokens, completions, drive, MINUTE, terminated } from './support/drive.ts'
import { activate, engineWith, startInstance, stateOf } from './support/engine.ts'

/** The end of a user task waits for its listeners. */
function finishCanceling(engine: Engine, instance: string): void {
  const isWaiting = ({ listenerEventType, endTime }: JobRecord): boolean =>
    listenerEventType === 'CANCELING' && endTime === null
  for (const { jobKey } of [...engine.jobs.of(instance)].filter(isWaiting)) {
    checkTokens(engine, instance)
    engine.completeJob(jobKey)
  }
}

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 20 })

it('a well-formed model runs every element as often as it should, and completes', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBlock, choices, async (block, order) => {
      const model = toModel(block)
      const engine = await engineWith(model.xml)
      const instance = startInstance(engine, model.variables)
      drive(engine, instance, model, order)
      expect(stateOf(engine, instance)).toBe('COMPLETED')
      expect(completions(engine, instance)).toEqual(model.expected)
      expect(terminated(engine, instance)).toEqual([])
      expect(engine.nextDueTime()).toBeUndefined()
    }),
    { numRuns: 150 },
  )
})

it('no interruption leaves a token behind', async () => {
  const interruption = fc.record({ after: fc.nat(6), how: fc.constantFrom('alarm', 'stop', 'cancel', 'error') })
  await fc.assert(
    fc.asyncProperty(arbitraryBlock, choices, interruption, async (block, order, { after, how }) => {
      const model = toModel(block)
      const engine = await engineWith(model.xml)
      const instance = startInstance(engine, model.variables)
      for (let n = 0; n < after; n++) {
        const [job] = activate(engine, 'work', 1)
        if (job !== undefined) engine.completeJob(job.jobKey)
        else engine.advance(MINUTE)
        checkTokens(engine, instance)
      }
      if (how === 'error') {
        const [job] = activate(engine, 'work', 1)
        if (job?.kind === 'BPMN_ELEMENT') engine.throwError(job.jobKey, { errorCode: 'E' })
        checkTokens(engine, instance)
      } else if (how !== 'cancel') engine.publishMessage({ name: how, correlationKey: 'A' })
      else if (stateOf(engine, instance) === 'ACTIVE') engine.cancelInstance(instance)

      const isEnded = how === 'stop' || how === 'cancel'
      if (isEnded) finishCanceling(engine, instance)
      if (isEnded) expect(stateOf(engine, instance)).not.toBe('ACTIVE')
      checkTokens(engine, instance)
      for (const incident of [...engine.incidents].filter(({ state }) => state === 'ACTIVE')) {
        expect(isEnded).toBe(false)
        if (incident.errorType === 'UNHANDLED_ERROR_EVENT') engine.resolveIncident(incident.incidentKey)
      }
      drive(engine, instance, model, order)
      expect(stateOf(engine, instance)).not.toBe('ACTIVE')
      expect(engine.nextDueTime()).toBeUndefined()
    }),
    { numRuns: 150 },
  )
})

it('a suspension only changes when things happen', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBlock, choices, fc.nat(6), async (block, order, after) => {
      const model = toModel(block)
      const engine = await engineWith(model.xml)
      const instance = startInstance(engine, model.variables)
      for (let n = 0; n < after && stateOf(engine, instance) === 'ACTIVE'; n++) {
        const [job] = activate(engine, 'work', 1)
        engine.suspendInstance(instance)
        const before = [...engine.elementInstances.of(instance)]
        engine.advance(MINUTE)
        expect(activate(engine, 'work')).toEqual([])
        expect([...engine.elementInstances.of(instance)]).toEqual(before)
        engine.resumeInstance(instance)
        checkTokens(engine, instance)
        if (job !== undefined) engine.completeJob(job.jobKey)
      }
      drive(engine, instance, model, order)
      expect(stateOf(engine, instance)).toBe('COMPLETED')
      expect(completions(engine, instance)).toEqual(model.expected)
      expect(terminated(engine, instance)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
