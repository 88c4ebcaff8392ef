import type { Engine } from '@x/engine'

/** A call of an engine's method that can be repeated. */
export type Command = (engine: Engine) => Promise<unknown>

/** Methods that change nothing. */
const QUESTIONS: readonly PropertyKey[] = ['now', 'nextDueTime', 'revision', 'signalReceivers']

/**
 * Wraps an engine to report each command that it has executed. Rejected commands change nothing, and are not reported.
 */
export function recordCommands(engine: Engine, record: (command: Command) => void): Engine {
  return new Proxy(engine, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || QUESTIONS.includes(name)) return member
      return (...parameters: unknown[]) => {
        const again: Command = async (other) => Reflect.get(other, name).apply(other, parameters)
        const result: unknown = member.apply(target, parameters)
        if (!(result instanceof Promise)) {
          record(again)
          return result
        }
        return result.then((value) => {
          record(again)
          return value
        })
      }
    },
  })
}
