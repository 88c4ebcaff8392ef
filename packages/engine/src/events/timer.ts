import type { ElementDraft } from '../model/draft.ts'
import type { TimerEventModel } from '../model/event-model.ts'
import type { ModdleElement } from '../model/moddle.ts'
import { evaluateFeel, lookupIn } from '../run/evaluate.ts'
import { putOffUntilResumed } from '../run/suspension.ts'
import { readSchedule } from '../run/timer-schedule.ts'
import { triggerEvent } from '../run/trigger.ts'
import { Timer } from '../state/timer.ts'
import type { EventKind } from './event-kind.ts'

export const timer: EventKind = {
  kind: 'timer',
  read(definition, draft, reading) {
    const [type, ...others] = TYPES.filter(([, member]) => definition[member]?.body)
    if (type === undefined || others.length > 0) {
      reading.problems.add(draft.id, 'A timer needs exactly one of date, duration and cycle.')
      return undefined
    }
    const [timerType, member] = type
    const value = reading.expression(definition, definition[member]?.body ?? '')
    const model: TimerEventModel = { kind: 'timer', timerType, value }
    const problem = misplaced(timerType, draft) ?? (value.isStatic ? invalid(model) : undefined)
    if (problem !== undefined) reading.problems.add(draft.id, problem)
    return model
  },
  prepare(runtime, owner, event) {
    if (event.event?.kind !== 'timer') throw new TypeError(`'${event.id}' has no timer.`)
    const value = evaluateFeel(event.event.value, lookupIn(owner))
    const schedule = readSchedule(event.event, value, runtime.now)
    return () =>
      new Timer(runtime.due, event, schedule, (due) => {
        const fire = (): void => triggerEvent(runtime, owner, due)
        if (!putOffUntilResumed(owner.processInstance, fire)) fire()
      })
  },
}

const TYPES: readonly (readonly [
  TimerEventModel['timerType'],
  keyof ModdleElement & ('timeDate' | 'timeDuration' | 'timeCycle'),
])[] = [
  ['date', 'timeDate'],
  ['duration', 'timeDuration'],
  ['cycle', 'timeCycle'],
]

function misplaced(timerType: TimerEventModel['timerType'], draft: ElementDraft): string | undefined {
  const startsProcess = draft.type === 'START_EVENT' && draft.parent?.type === 'PROCESS'
  if (timerType === 'duration' && startsProcess) return 'A timer that starts a process needs a date or a cycle.'
  const canRepeat =
    startsProcess || ((draft.type === 'START_EVENT' || draft.type === 'BOUNDARY_EVENT') && !draft.isInterrupting)
  if (timerType === 'cycle' && !canRepeat) return 'Only an event that does not interrupt can have a cycle.'
  return undefined
}

function invalid(model: TimerEventModel): string | undefined {
  const result = model.value.evaluate(() => undefined)
  try {
    readSchedule(model, result.ok ? result.value : null, 0)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
