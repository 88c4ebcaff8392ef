import type { Engine } from '@x/engine'
import type { Variables } from './bpmn/model.ts'
import { correlationKeys, findNode } from './models.ts'
import { personName } from './processes/sample-values.ts'
import { sendAfter } from './senders.ts'
import type { Stage } from './stage.ts'

/** Handles a new user task: a person claims it halfway through its duration, and completes it at the end. */
export function expectPerson(stage: Stage, userTaskKey: string): void {
  const { engine, random, after } = stage
  const task = engine.userTasks.get(userTaskKey)
  const node = task && findNode(task.processDefinitionId, task.elementId)
  if (task?.state !== 'CREATED' || task.assignee !== null || !node?.takes) return
  const takes = random.skewed(...node.takes)
  const assignee = personName(random)
  const isOpen = (): boolean => engine.userTasks.get(userTaskKey)?.state === 'CREATED'
  after(takes / 2, () => {
    if (isOpen()) engine.assignUserTask(userTaskKey, { assignee })
  })
  after(takes, () => {
    if (!isOpen()) return
    const variables = node.sets?.(random) ?? {}
    engine.completeUserTask(userTaskKey, { variables })
    const { processDefinitionId, elementId, processInstanceKey } = task
    sendAfter(stage, processDefinitionId, elementId, { ...variablesOf(engine, processInstanceKey), ...variables })
  })
}

function variablesOf({ variables }: Engine, processInstanceKey: string): Variables {
  const known = [...variables.of(processInstanceKey)].filter(({ name }) => correlationKeys.includes(name))
  return Object.fromEntries(known.map(({ name, value }) => [name, JSON.parse(value)]))
}
