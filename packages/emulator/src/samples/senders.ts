import type { FlowNode } from './bpmn/model.ts'
import { DAY, type Variables } from './bpmn/model.ts'
import { latestModel } from './models.ts'
import type { Stage } from './stage.ts'

/** How long a message waits for a process that is behind. */
const TIME_TO_LIVE = 30 * DAY

/** Suppliers, banks and customers, who send the messages that a process waits for after one of its tasks. */
export function sendAfter(stage: Stage, processId: string, taskId: string, variables: Variables): void {
  for (const node of latestModel(processId)?.nodes ?? []) {
    const { trigger } = node
    if (trigger && 'message' in trigger && trigger.sentAfter?.includes(taskId)) send(stage, node, variables)
  }
}

/** Sends the message of a flow node after its usual delay. Without a correlation key, the recipient is unknown. */
export function send({ engine, random, after }: Stage, node: FlowNode, variables: Variables): void {
  const { trigger, takes } = node
  if (!trigger || !('message' in trigger) || !takes || trigger.correlationKey === undefined) return
  const key = variables[trigger.correlationKey]
  if (key === undefined) return
  const message = { name: trigger.message, correlationKey: String(key), timeToLive: TIME_TO_LIVE }
  after(random.skewed(...takes), () => engine.publishMessage({ ...message, variables: node.sets?.(random) }))
}
