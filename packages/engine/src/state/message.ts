import type { DueEntry } from '../run/due-queue.ts'

/** A message that may still find a receiver. It is kept only as long. */
export class Message {
  readonly sequence: number
  readonly tenantId: string
  readonly name: string
  /** Empty for a message that only starts processes. */
  readonly correlationKey: string
  readonly messageId: string | undefined
  readonly businessId: string | null
  readonly variables: Readonly<Record<string, unknown>> | undefined
  /** Ids of the processes that have received it, each at most once. */
  readonly receivers: Set<string> = new Set()
  /** The end of its time to live. */
  due: DueEntry | undefined = undefined

  constructor(
    sequence: number,
    tenantId: string,
    content: {
      readonly name: string
      readonly correlationKey: string
      readonly messageId: string | undefined
      readonly businessId: string | null
      readonly variables: Readonly<Record<string, unknown>> | undefined
    },
  ) {
    this.sequence = sequence
    this.tenantId = tenantId
    this.name = content.name
    this.correlationKey = content.correlationKey
    this.messageId = content.messageId
    this.businessId = content.businessId
    this.variables = content.variables
  }
}
