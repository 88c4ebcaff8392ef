import type { UserTask, UserTaskVariable } from '@x/camunda'
import { parseJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { findJsonError } from '../../explore/form/json-error.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import { ActionButton } from '../actions/action-button.tsx'
import { assignTask, completeTask } from '../actions/step.ts'
import { addresses } from '../addresses.ts'
import type { Variables as Values } from '../forms/form-values.ts'
import { loadTaskForm } from '../forms/load-form.ts'
import { VariablesInput, variablesAtFirst } from '../live/variables-input.tsx'
import { TableFrame } from '../paged-table.tsx'
import { problemOf } from '../problem-of.ts'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'

interface Props {
  readonly cluster: Cluster
  readonly taskKey: string
}

/** One user task: its variables, its assignee, and a form to complete it. */
export function TaskDetails({ cluster, taskKey }: Props): VNode {
  const found = useRefreshed(
    async (signal) => {
      const [task, variables] = await Promise.all([
        cluster.userTasks.get(taskKey, { signal }),
        cluster.userTasks.searchEffectiveVariables(taskKey, { page: { limit: 100 } }, {}, { signal }),
      ])
      return { task, variables: variables.items }
    },
    [cluster, taskKey],
  )
  return (
    <RefreshedPart what="The task" of={found}>
      {({ task, variables }) => (
        <section class="card task" aria-label={`Task ${task.name || task.elementId}`}>
          <h2>{task.name || task.elementId}</h2>
          <p>
            <a href={addresses.instance(task.processInstanceKey, task.processDefinitionKey)}>
              {task.processName || 'Instance'} {task.processInstanceKey}
            </a>
          </p>
          <Variables variables={variables} />
          {task.state === 'CREATED' ? (
            <Commands cluster={cluster} task={task} variables={variables} />
          ) : (
            <p class="notice notice-good" role="status">
              {task.state === 'COMPLETED' ? 'Completed' : task.state}
            </p>
          )}
        </section>
      )}
    </RefreshedPart>
  )
}

function Variables({ variables }: { readonly variables: readonly UserTaskVariable[] }): VNode {
  if (variables.length === 0) return <p class="quiet">No variables</p>
  return (
    <TableFrame label="Variables of the task" columns={['Variable', 'Value']}>
      {variables.map(({ name, value }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td class="value">
            <code>{value}</code>
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}

interface CommandsProps {
  readonly cluster: Cluster
  readonly task: UserTask
  readonly variables: readonly UserTaskVariable[]
}

function Commands({ cluster, task, variables }: CommandsProps): VNode {
  const { userTaskKey, assignee, name, elementId } = task
  const [person, setPerson] = useState(assignee ?? 'demo')
  const [completion, setCompletion] = useState<Completion>()
  const loaded = useLoaded((signal) => loadTaskForm(cluster, userTaskKey, signal), [cluster, userTaskKey])
  if (loaded.state === 'loading') return <p class="quiet">Loading the form …</p>
  const form = loaded.state === 'ready' ? loaded.value : undefined
  const known = knownValues(variables)
  const given = completion ?? { variables: variablesAtFirst(form, known) }
  return (
    <>
      {loaded.state === 'failed' && <p class="bad">The form could not be loaded. {problemOf(loaded.error)}</p>}
      <VariablesInput
        label="Variables to complete the task with"
        form={form}
        known={known}
        onInput={(to) => setCompletion({ variables: to })}
      />
      <div class="buttons">
        <ActionButton
          cluster={cluster}
          label="Complete"
          isMain
          title={`Complete “${name || elementId}”`}
          about={given.variables ? 'The process continues with these variables.' : 'Fix the marked fields first.'}
          steps={given.variables ? [completeTask(cluster, userTaskKey, given.variables)] : []}
          isInEveryVersion
        />
        <ActionButton
          cluster={cluster}
          label={assignee ? `Assigned to ${assignee}: change` : 'Assign'}
          title={`Assign “${name || elementId}”`}
          about="Assigns the task to this user."
          steps={person === '' ? [] : [assignTask(cluster, userTaskKey, person)]}
          isInEveryVersion
        >
          <label class="field">
            User
            <input value={person} required onInput={({ currentTarget }) => setPerson(currentTarget.value)} />
          </label>
        </ActionButton>
      </div>
    </>
  )
}

/** The current input; `variables` is undefined while it is incomplete or invalid. */
interface Completion {
  readonly variables: Values | undefined
}

/** Omits truncated values, which are not JSON. */
function knownValues(variables: readonly UserTaskVariable[]): Values {
  return Object.fromEntries(
    variables.flatMap(({ name, value }) => (findJsonError(value) ? [] : [[name, parseJson(value)] as const])),
  )
}
