import type { Engine } from '@x/engine'
import { stateOf } from './history/history-operations.ts'

/** Process definitions whose history is deleted once their last instance has ended. */
export interface Drains {
  add(processDefinitionKey: string): void
  /** Deletes the history of those whose instances have all ended. */
  finish(): void
}

export function createDrains(engine: Engine): Drains {
  const draining = new Set<string>()
  return {
    add: (key) => {
      draining.add(key)
    },
    finish: () => {
      for (const key of draining) {
        const definition = engine.processDefinitions.get(key)
        if (definition && stateOf(engine, definition) === 'DRAINING') continue
        draining.delete(key)
        const ended = [...engine.processInstances].filter((instance) => instance.processDefinitionKey === key)
        engine.deleteInstances(ended.map(({ processInstanceKey }) => processInstanceKey))
      }
    },
  }
}
