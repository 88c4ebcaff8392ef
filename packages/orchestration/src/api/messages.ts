import type { CallOptions, Int, JsonInput } from '@x/rest'
import type { BusinessId, MessageKey, ProcessInstanceKey, TenantId } from './identifiers.ts'

/**
 * Messages: they start processes, and let waiting process instances continue.
 *
 * `publish` sends a message and returns at once; `correlate` delivers it immediately or fails.
 */
export interface Messages {
  /**
   * Publishes a message, without waiting for a process instance to receive it.
   *
   * With a `timeToLive`, the message waits that long for a process instance that expects it; without one, it is lost if
   * none does at that moment. It is delivered at most once to each process. Pass a `messageId` if you might publish it
   * twice.
   *
   * @operation POST /messages/publication
   * @permission MESSAGE CREATE
   * @since 8.6
   * @throws {ApiError} 409 if a message with the same `messageId`, name and correlation key is still waiting
   * @example
   * await camunda.messages.publish({
   *   name: 'payment-received',
   *   correlationKey: 'A-1',
   *   timeToLive: 3_600_000,
   *   messageId: 'payment-4711',
   *   variables: { amount: 99 },
   * })
   */
  publish(body: PublishMessageRequest, options?: CallOptions): Promise<MessagePublication>

  /**
   * Delivers a message to the process instance that currently expects it, or starts a process with it, and returns the
   * instance. The message does not wait: without a receiver, it is lost.
   *
   * @operation POST /messages/correlation
   * @permission PROCESS_DEFINITION CREATE_PROCESS_INSTANCE for a message start event, else PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if nothing expects the message; 403 without permission for the process that does
   * @example
   * const { processInstanceKey } = await camunda.messages.correlate({
   *   name: 'payment-received',
   *   correlationKey: 'A-1',
   *   variables: { amount: 99 },
   * })
   */
  correlate(body: CorrelateMessageRequest, options?: CallOptions): Promise<MessageCorrelation>
}

/** A message that must be received immediately. */
export interface CorrelateMessageRequest {
  /** Name of the message in the BPMN. */
  readonly name: string
  /**
   * The process instance whose correlation key in the BPMN has this value receives it. Leave it out or empty only for a
   * message that starts a process.
   */
  readonly correlationKey?: string | undefined
  /** Become variables of the receiver. */
  readonly variables?: JsonInput | undefined
  /** @defaultValue the client's `tenantId`, else `<default>` */
  readonly tenantId?: TenantId | undefined
  /**
   * Business id of the process instance that the message starts. If business ids must be unique, none is started while
   * another instance of the process has it. No effect on running instances. @since 8.10
   */
  readonly businessId?: BusinessId | undefined
}

/** A message that may wait for its receiver. */
export interface PublishMessageRequest extends CorrelateMessageRequest {
  /** How long the message waits for a receiver, in milliseconds. @defaultValue `0` */
  readonly timeToLive?: Int | undefined
  /**
   * Identifies the message: while it waits, another one with the same id, name and correlation key is rejected. Has no
   * effect without `timeToLive`.
   */
  readonly messageId?: string | undefined
}

/** A published message. */
export interface MessagePublication {
  readonly messageKey: MessageKey
  readonly tenantId: TenantId
}

/** A message that was received. */
export interface MessageCorrelation extends MessagePublication {
  /** The process instance that received the message, or that it started. The first one if there are several. */
  readonly processInstanceKey: ProcessInstanceKey
}
