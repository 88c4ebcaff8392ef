import { EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import { readVariables } from '../run/json.ts'
import { deliver } from '../run/messages.ts'
import type { Runtime } from '../run/runtime.ts'
import { Message } from '../state/message.ts'
import { DEFAULT_TENANT, requireInteger } from './find.ts'

/** A message that must be received immediately. */
export interface CorrelateMessageInput {
  readonly name: string
  /** Which process instance receives it. Empty only for a message that starts a process. @defaultValue `''` */
  readonly correlationKey?: string | undefined
  /** Variables for the receiver. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  /** @defaultValue `'<default>'` */
  readonly tenantId?: string | undefined
  /** Business id of the process instance that the message starts. */
  readonly businessId?: string | undefined
}

/** A message that can wait for its receiver. */
export interface PublishMessageInput extends CorrelateMessageInput {
  /** How long it waits, in milliseconds of the engine's time. @defaultValue `0` */
  readonly timeToLive?: number | undefined
  /** While it waits, another message with the same id, name and correlation key is rejected. */
  readonly messageId?: string | undefined
}

export interface PublishedMessage {
  readonly messageKey: string
  readonly tenantId: string
}

export interface CorrelatedMessageResult extends PublishedMessage {
  /** The process instance that received the message, or that it started. The first one if there are several. */
  readonly processInstanceKey: string
}

export function publishMessage(runtime: Runtime, input: PublishMessageInput): PublishedMessage {
  const { timeToLive = 0, messageId } = input
  requireInteger('timeToLive', timeToLive, 0)
  const { messages } = runtime
  const { name, correlationKey = '', tenantId = DEFAULT_TENANT } = input
  if (messageId !== undefined && messages.hasId(tenantId, name, correlationKey, messageId)) {
    const message = `A message '${name}' with the id '${messageId}' is still waiting.`
    throw new EngineError('ALREADY_EXISTS', message)
  }
  const message = createMessage(runtime, input, messageId)
  deliver(runtime, message)
  if (timeToLive > 0) {
    messages.buffer(message)
    message.due = runtime.due.add(runtime.now + timeToLive, () => messages.expire(message))
  }
  return { messageKey: keyOf(message.sequence), tenantId }
}

export function correlateMessage(runtime: Runtime, input: CorrelateMessageInput): CorrelatedMessageResult {
  const message = createMessage(runtime, input, undefined)
  const receiver = deliver(runtime, message)
  if (receiver === undefined) {
    const what = `a message '${message.name}' with the correlation key '${message.correlationKey}'`
    throw new EngineError('NOT_FOUND', `Nothing waits for ${what}.`)
  }
  const { tenantId, sequence } = message
  return { messageKey: keyOf(sequence), tenantId, processInstanceKey: keyOf(receiver.sequence) }
}

function createMessage(runtime: Runtime, input: CorrelateMessageInput, messageId: string | undefined): Message {
  const { name, correlationKey = '', tenantId = DEFAULT_TENANT, businessId = null } = input
  if (!name) throw new EngineError('INVALID_ARGUMENT', '`name` must be the name of the message.')
  const variables = readVariables(input.variables)
  return new Message(runtime.store.nextSequence(), tenantId, {
    name,
    correlationKey,
    messageId,
    businessId,
    variables,
  })
}
