import type { Engine, UserTaskRecord, VariableRecord } from '@x/engine'
import { empty } from '../../responses.ts'
import type { Handlers } from '../handler.ts'
import { notFound } from '../problems.ts'
import { byVariables } from './by-variables.ts'
import { searchableList, searchableOf } from './collections.ts'
import { createReading } from './reading.ts'
import { searchVariables } from './variable-operations.ts'

/** User tasks, their forms, and the variables that they see. */
export function userTaskHistoryOperations(read: () => Engine): Handlers {
  const { gets, searches } = createReading(read)
  const find = (key: string): { engine: Engine; task: UserTaskRecord } => {
    const engine = read()
    const task = engine.userTasks.get(key)
    if (task === undefined) throw notFound('User Task', key)
    return { engine, task }
  }
  return {
    'userTasks.get': gets('User Task', ({ userTasks }, key) => userTasks.get(key)),
    'userTasks.search': searches((engine) =>
      searchableOf(engine.userTasks, ({ userTaskKey }) => userTaskKey, {
        fields: {
          candidateGroup: ({ candidateGroups }) => candidateGroups,
          candidateUser: ({ candidateUsers }) => candidateUsers,
        },
        conditions: {
          processInstanceVariables: byVariables<UserTaskRecord>(engine, (task) => task.processInstanceKey),
          localVariables: byVariables<UserTaskRecord>(engine, (task) => task.elementInstanceKey),
        },
      }),
    ),
    'userTasks.getForm': ({ params: { userTaskKey = '' } }) => {
      const { engine, task } = find(userTaskKey)
      return task.formKey === null ? empty() : engine.forms.get(task.formKey)
    },
    'userTasks.searchVariables': (call) => {
      const { engine, task } = find(call.params.userTaskKey ?? '')
      return searchVariables(call, searchableList(visibleVariables(engine, task), keyOf))
    },
    'userTasks.searchEffectiveVariables': (call) => {
      const { engine, task } = find(call.params.userTaskKey ?? '')
      const byName = new Map<string, VariableRecord>()
      for (const variable of visibleVariables(engine, task)) {
        if (!byName.has(variable.name)) byName.set(variable.name, variable)
      }
      return searchVariables(call, searchableList([...byName.values()], keyOf))
    },
  }
}

const keyOf = ({ variableKey }: VariableRecord): string => variableKey

/** The variables of a user task and of all scopes around it, nearest scope first. */
function visibleVariables(
  { elementInstances, variables }: Engine,
  { elementInstanceKey, processInstanceKey }: UserTaskRecord,
): VariableRecord[] {
  const all = [...variables.of(processInstanceKey)]
  const visible: VariableRecord[] = []
  let scope: string | undefined = elementInstanceKey
  while (scope !== undefined) {
    visible.push(...all.filter(({ scopeKey }) => scopeKey === scope))
    scope = elementInstances.get(scope)?.elementInstanceScopeKey
  }
  return visible
}
