import { IndexBy } from './index-by.ts'
import type { Message } from './message.ts'
import type { MessageSubscription } from './message-subscription.ts'

/** Messages that wait for a receiver, and subscriptions to messages. */
export class Messages {
  /** By tenant, name and correlation key; those of start events by tenant and name. */
  readonly subscriptions: IndexBy<MessageSubscription> = new IndexBy()
  readonly #buffered = new IndexBy<Message>()
  readonly #ids = new Set<string>()
  /** A process has at most one instance at a time for each correlation key of a message that started it. */
  readonly #running = new Set<string>()
  readonly #keyOfInstance = new Map<number, readonly string[]>()

  buffer(message: Message): void {
    const { tenantId, name, correlationKey, messageId } = message
    this.#buffered.add([tenantId, name, correlationKey], message)
    if (messageId !== undefined) this.#ids.add(JSON.stringify([tenantId, name, correlationKey, messageId]))
  }

  expire(message: Message): void {
    const { tenantId, name, correlationKey, messageId } = message
    this.#buffered.delete([tenantId, name, correlationKey], message)
    if (messageId !== undefined) this.#ids.delete(JSON.stringify([tenantId, name, correlationKey, messageId]))
  }

  buffered(tenantId: string, name: string, correlationKey: string): readonly Message[] {
    return this.#buffered.of([tenantId, name, correlationKey])
  }

  hasId(tenantId: string, name: string, correlationKey: string, messageId: string): boolean {
    return this.#ids.has(JSON.stringify([tenantId, name, correlationKey, messageId]))
  }

  isRunning(tenantId: string, processId: string, correlationKey: string): boolean {
    return this.#running.has(JSON.stringify([tenantId, processId, correlationKey]))
  }

  /** Records that a message with a correlation key started this instance. The next one waits until it has ended. */
  markRunning(instance: number, tenantId: string, processId: string, correlationKey: string): void {
    const key = [tenantId, processId, correlationKey]
    this.#running.add(JSON.stringify(key))
    this.#keyOfInstance.set(instance, key)
  }

  /** The correlation key of the message that started this instance. */
  startedWith(instance: number): string | undefined {
    return this.#keyOfInstance.get(instance)?.[2]
  }

  /** Records that the instance was migrated to another process. */
  changeProcess(instance: number, processId: string): void {
    const key = this.#keyOfInstance.get(instance)
    if (key === undefined) return
    const [tenantId = '', , correlationKey = ''] = key
    this.#running.delete(JSON.stringify(key))
    this.markRunning(instance, tenantId, processId, correlationKey)
  }

  /** Records that the instance has ended. Returns the correlation key that is free again; undefined if it had none. */
  markEnded(instance: number): string | undefined {
    const key = this.#keyOfInstance.get(instance)
    if (key === undefined) return undefined
    this.#keyOfInstance.delete(instance)
    this.#running.delete(JSON.stringify(key))
    return key[2]
  }
}
