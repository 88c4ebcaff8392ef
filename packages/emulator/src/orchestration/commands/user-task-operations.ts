import type { UserTaskChange } from '@x/engine'
import type { RunningClock } from '../../clock.ts'
import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Waiting } from '../../engine/waiting.ts'
import { Problem } from '../../problem.ts'
import type { Call, Handlers } from '../handler.ts'
import { rejected } from '../problems.ts'

/** How long a change waits for task listeners, in milliseconds. */
const PATIENCE = 15_000

/** Changes to user tasks. Task listeners are called first, and the response contains their decision. */
export function userTaskOperations({ engine }: ClusterEngine, clock: RunningClock, waiting: Waiting): Handlers {
  async function finished(what: string, key: string, change: UserTaskChange, { request }: Call): Promise<void> {
    const settled = (): UserTaskChange | undefined => (change.outcome === 'PENDING' ? undefined : change)
    switch ((await waiting.until(settled, clock.now() + PATIENCE, request.signal))?.outcome) {
      case 'DONE':
        return
      case 'DENIED': {
        const reason = `Reason to deny: '${change.deniedReason}'`
        const message = `${what} of the User Task with key '${key}' was denied by Task Listener. ${reason}`
        throw rejected('INVALID_STATE', message)
      }
      case 'CANCELED':
        throw rejected('INVALID_STATE', 'user task was canceled during ongoing transition')
      default: {
        const detail = 'Expected to handle request, but request timed out between gateway and broker'
        throw new Problem(504, detail, 'DEADLINE_EXCEEDED')
      }
    }
  }
  return {
    'userTasks.assign': (call) => {
      const { userTaskKey = '' } = call.params
      return finished('Assignment', userTaskKey, engine.assignUserTask(userTaskKey, call.body), call)
    },
    'userTasks.unassign': (call) => {
      const { userTaskKey = '' } = call.params
      return finished('Assignment', userTaskKey, engine.unassignUserTask(userTaskKey), call)
    },
    'userTasks.update': (call) => {
      const { userTaskKey = '' } = call.params
      return finished('Update', userTaskKey, engine.updateUserTask(userTaskKey, call.body), call)
    },
    'userTasks.complete': (call) => {
      const { userTaskKey = '' } = call.params
      return finished('Completion', userTaskKey, engine.completeUserTask(userTaskKey, call.body), call)
    },
    'elementInstances.setVariables': async (call) => {
      const { elementInstanceKey = '' } = call.params
      const change = engine.setVariables(elementInstanceKey, call.body)
      if (change !== undefined) await finished('Update', change.userTaskKey, change, call)
    },
  }
}
