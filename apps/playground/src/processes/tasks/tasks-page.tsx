import type { UserTask } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { Age } from '../age.tsx'
import { PagedTable, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { TaskDetails } from './task-details.tsx'

interface Props {
  readonly cluster: Cluster
  /** Key of the open task. */
  readonly taskKey: string | undefined
}

/** Open user tasks, and the selected one. */
export function TasksPage({ cluster, taskKey }: Props): VNode {
  useTitle('Tasks')
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed(
    (signal) =>
      cluster.userTasks.search(
        { filter: { state: 'CREATED' }, sort: [{ field: 'creationDate', order: 'DESC' }], page: { limit: size } },
        { signal },
      ),
    [cluster, size],
  )
  return (
    <>
      <h1>Tasks</h1>
      <div class="beside">
        <RefreshedPart what="The tasks" of={found}>
          {({ items, total }) => (
            <section>
              <PagedTable
                label="Open tasks"
                columns={['Task', 'Process', 'Assignee', 'Due', 'Age']}
                shown={items.length}
                total={total}
                empty="No open tasks"
                onMore={setSize}
              >
                {items.map((task) => (
                  <TaskRow key={task.userTaskKey} task={task} isOpen={task.userTaskKey === taskKey} />
                ))}
              </PagedTable>
            </section>
          )}
        </RefreshedPart>
        {taskKey === undefined ? (
          <p class="quiet">Choose a task to see its variables and complete it.</p>
        ) : (
          <TaskDetails key={taskKey} cluster={cluster} taskKey={taskKey} />
        )}
      </div>
    </>
  )
}

function TaskRow({ task, isOpen }: { readonly task: UserTask; readonly isOpen: boolean }): VNode {
  const { userTaskKey, name, elementId, processName, processDefinitionId, assignee, dueDate, creationDate } = task
  return (
    <tr class={isOpen ? 'is-open' : undefined}>
      <th scope="row">
        <a href={addresses.task(userTaskKey)} aria-current={isOpen ? 'true' : undefined}>
          {name || elementId}
        </a>
      </th>
      <td>
        <a href={addresses.instance(task.processInstanceKey)}>{processName || processDefinitionId}</a>
      </td>
      <td>{assignee ?? <span class="quiet">nobody</span>}</td>
      <td>{dueDate && <Timestamp of={dueDate} />}</td>
      <td>
        <Age of={creationDate} />
      </td>
    </tr>
  )
}
