import { expect } from 'vitest'
import type { ElementInstanceRecord, Engine, UserTaskRecord } from '../../src/index.ts'
import type { BlockModel } from './block-model.ts'
import { stateOf } from './engine.ts'

export const MINUTE = 60_000

export const activeElements = (engine: Engine, instance: string): ElementInstanceRecord[] =>
  [...engine.elementInstances.of(instance)].filter(({ state }) => state === 'ACTIVE')

/** User tasks that nothing but a person can move on. */
function waitingTasks(engine: Engine, instance: string): UserTaskRecord[] {
  return [...engine.userTasks.of(instance)].filter(({ state }) => state === 'CREATED')
}

/** What is active without an incident and waits neither for a job or a person, nor for a time, nor for what runs in its scope. */
export function findIdle(engine: Engine, instance: string): ElementInstanceRecord[] {
  const active = activeElements(engine, instance)
  const jobs = new Set(
    [...engine.jobs.of(instance)].filter(({ endTime }) => endTime === null).map((job) => job.elementInstanceKey),
  )
  const tasks = new Set(waitingTasks(engine, instance).map((task) => task.elementInstanceKey))
  const scopes = new Set(active.map((element) => element.elementInstanceScopeKey))
  const hasNextStep = ({ type, elementInstanceKey, incidentKey }: ElementInstanceRecord): boolean => {
    if (incidentKey !== null || [scopes, jobs, tasks].some((keys) => keys.has(elementInstanceKey))) return true
    const isEvent = type === 'INTERMEDIATE_CATCH_EVENT' || type === 'EVENT_BASED_GATEWAY'
    return isEvent && engine.nextDueTime() !== undefined
  }
  return active.filter((element) => !hasNextStep(element))
}

/** Every token that is not in an incident waits for a job, for a person, for a time, or for what runs in its scope. */
export function checkTokens(engine: Engine, instance: string): void {
  expect(findIdle(engine, instance)).toEqual([])
  const active = activeElements(engine, instance)
  if (stateOf(engine, instance) === 'ACTIVE') expect(active.length).toBeGreaterThan(0)
  else expect(active).toEqual([])
}

/** Completes jobs and user tasks, lets time pass and resolves incidents, in an order that fast-check chooses, until nothing is left to do. */
export function drive(
  engine: Engine,
  instance: string,
  { missing }: BlockModel,
  choices: readonly number[],
  check: (engine: Engine, instance: string) => void = checkTokens,
): void {
  let at = 0
  const choose = (below: number): number => (choices[at++ % choices.length] ?? 0) % below
  for (;;) {
    check(engine, instance)
    const jobs = [...engine.jobs.of(instance)].filter(({ endTime }) => endTime === null)
    const incidents = [...engine.incidents.of(instance)].filter(({ state }) => state === 'ACTIVE')
    const isWaiting = engine.nextDueTime() !== undefined
    const tasks = waitingTasks(engine, instance)
    const steps = [
      ...jobs.map(() => 'job'),
      ...tasks.map(() => 'task'),
      ...incidents.map(() => 'incident'),
      ...(isWaiting ? ['time'] : []),
    ]
    const step = steps[choose(steps.length)]
    if (step === undefined) return
    if (step === 'time') engine.advance(MINUTE)
    else if (step === 'job') engine.completeJob(jobs[choose(jobs.length)]?.jobKey ?? '')
    else if (step === 'task') engine.completeUserTask(tasks[choose(tasks.length)]?.userTaskKey ?? '')
    else {
      const incident = incidents[choose(incidents.length)]
      expect(incident?.errorType).toBe('CONDITION_ERROR')
      engine.setVariables(instance, { variables: missing })
      engine.resolveIncident(incident?.incidentKey ?? '')
    }
  }
}

/** How often each element has completed. */
export function completions(engine: Engine, instance: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { elementId, state } of engine.elementInstances.of(instance)) {
    if (state === 'COMPLETED') counts.set(elementId, (counts.get(elementId) ?? 0) + 1)
  }
  return counts
}

export const terminated = (engine: Engine, instance: string): string[] =>
  [...engine.elementInstances.of(instance)]
    .filter(({ state }) => state === 'TERMINATED')
    .map(({ elementId }) => elementId)
