import type {
  DateFilter,
  DateInput,
  DateTime,
  Int,
  JsonObject,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Unchecked,
} from '@x/rest'
import type { DocumentReference } from './documents.ts'
import type { AgentHistoryItemKey, AgentInstanceKey, ElementInstanceKey, JobKey } from './identifiers.ts'
import type { JobLeaseToken } from './job-activation.ts'

/**
 * Roles of history items. `CONFIGURATION` items are not part of the conversation: they record model, tools, limits and
 * system prompt from then on.
 */
export type AgentHistoryRole = 'USER' | 'ASSISTANT' | 'TOOL_RESULT' | 'CONFIGURATION'

/** An item to append to the history of an agent instance. */
export interface NewAgentHistoryItem {
  /** An id that you assign. Sending it again, for example in a retry, appends nothing. @minLength 1 @maxLength 256 */
  readonly historyItemId: string
  /** Iteration of the agent's loop, starting at 1. @minimum 1 */
  readonly loopIteration: Int
  readonly role: AgentHistoryRole
  readonly content: readonly AgentMessageContent[]
  /** The tool calls of an `ASSISTANT` item, or the one call that a `TOOL_RESULT` item is for. Not for others. */
  readonly toolCalls?: readonly AgentToolCall[] | null | undefined
  /** For `ASSISTANT` items only. */
  readonly metrics?: NewAgentCallMetrics | null | undefined
  /** When the agent produced it. */
  readonly producedAt: DateInput
  /**
   * All tools from this item on, an empty array for none. For `CONFIGURATION` items only. @defaultValue the current
   * tools
   */
  readonly tools?: readonly AgentTool[] | null | undefined
  /** Such as `gpt-4o`. For `CONFIGURATION` items only. */
  readonly model?: string | undefined
  /** Such as `openai` or `anthropic`. For `CONFIGURATION` items only. */
  readonly provider?: string | undefined
  /** For `CONFIGURATION` items only. */
  readonly limits?: AgentLimits | undefined
  /** Not empty. For `CONFIGURATION` items only. @defaultValue the current system prompt */
  readonly systemPrompt?: readonly AgentMessageContent[] | null | undefined
}

/** Result of appending an item. */
export interface CreatedAgentHistoryItem {
  /** The id that you sent. @minLength 1 @maxLength 256 */
  readonly historyItemId: string
  /** Of the first item with this id, if it was sent before. */
  readonly historyItemKey: AgentHistoryItemKey
  /** True if an item with this id already existed, so nothing was appended. */
  readonly isDuplicate: boolean
}

/** An item of the history of an agent instance. */
export interface AgentHistoryItem {
  /** Ascends in the order in which items are created. */
  readonly historyItemKey: AgentHistoryItemKey
  /** The id that the agent assigned. @minLength 1 @maxLength 256 */
  readonly historyItemId: string
  readonly agentInstanceKey: AgentInstanceKey
  readonly elementInstanceKey: ElementInstanceKey
  /** The job whose activation produced it. */
  readonly jobKey: JobKey
  /** The lease token of that activation. */
  readonly jobLeaseToken: JobLeaseToken
  /** Iteration of the agent's loop, starting at 1. @minimum 1 */
  readonly loopIteration: Int
  readonly role: OpenEnum<AgentHistoryRole>
  readonly content: readonly AgentMessageContent[]
  /** The tool calls of an `ASSISTANT` item, or the one call that a `TOOL_RESULT` item is for. */
  readonly toolCalls: readonly AgentToolCall[]
  readonly metrics: AgentCallMetrics | null
  readonly commitStatus: OpenEnum<AgentHistoryCommitStatus>
  /** When the agent produced it, by its own clock. */
  readonly producedAt: DateTime
  /** Empty except for `CONFIGURATION` items. */
  readonly tools: readonly AgentTool[]
  /** Null except for `CONFIGURATION` items. */
  readonly model: string | null
  /** Null except for `CONFIGURATION` items. */
  readonly provider: string | null
  /** All `-1` except for `CONFIGURATION` items. */
  readonly limits: AgentLimits
  /** Empty except for `CONFIGURATION` items. */
  readonly systemPrompt: readonly AgentMessageContent[]
}

/**
 * States of history items, from the job that produced them. `COMMITTED`: the job was completed. `PENDING`: it is still
 * active. `DISCARDED`: it failed, and a later activation replaces the item.
 */
export type AgentHistoryCommitStatus = 'COMMITTED' | 'PENDING' | 'DISCARDED'

/** A block of content. The server checks `contentType`. */
export type AgentMessageContent = AgentTextContent | AgentDocumentContent | AgentObjectContent

/** Text for people and models. */
export interface AgentTextContent {
  readonly contentType: Unchecked<'TEXT'>
  readonly text: string
}

/** A document of the document store. */
export interface AgentDocumentContent {
  readonly contentType: Unchecked<'DOCUMENT'>
  readonly documentReference: DocumentReference
}

/** Data for programs. */
export interface AgentObjectContent {
  readonly contentType: Unchecked<'OBJECT'>
  /** Any JSON value. */
  readonly object: unknown
}

/** A call of a tool by the model. */
export interface AgentToolCall {
  /** The model's id of the call. The result has the same one. */
  readonly toolCallId: string
  readonly toolName: string
  /** Id of the element in the BPMN that is the tool. */
  readonly elementId: string | null
  readonly arguments: JsonObject | null
}

/** A tool that an agent may call. */
export interface AgentTool {
  /** Its name for the model. */
  readonly name: string
  readonly description: string | null
  /** Id of the element in the BPMN that is the tool. */
  readonly elementId: string | null
}

/** Limits of an agent instance; `-1` for none. */
export interface AgentLimits {
  readonly maxModelCalls: Int
  readonly maxToolCalls: Int
  readonly maxTokens: Int
}

/** Metrics of one model call, as an agent reports them. All are optional. */
export interface NewAgentCallMetrics {
  readonly inputTokens?: Int | null | undefined
  readonly outputTokens?: Int | null | undefined
  /** In milliseconds. */
  readonly durationMs?: Int | null | undefined
  readonly reasoningTokenCount?: Int | null | undefined
  /** Tokens written to the model's prompt cache. */
  readonly cacheCreationTokenCount?: Int | null | undefined
  /** Tokens read from the model's prompt cache. */
  readonly cacheReadTokenCount?: Int | null | undefined
}

/** Metrics of one model call; null for those that the agent did not report. */
export interface AgentCallMetrics {
  readonly inputTokens: Int | null
  readonly outputTokens: Int | null
  /** In milliseconds. */
  readonly durationMs: Int | null
  readonly reasoningTokenCount: Int | null
  /** Tokens written to the model's prompt cache. */
  readonly cacheCreationTokenCount: Int | null
  /** Tokens read from the model's prompt cache. */
  readonly cacheReadTokenCount: Int | null
}

/** Conditions on items of the history; all must be met. */
export interface AgentHistoryFilter {
  readonly historyItemKey?: KeyFilter<AgentHistoryItemKey> | undefined
  readonly role?: AgentHistoryRole | ExactConditions<AgentHistoryRole> | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
  readonly loopIteration?: NumberFilter | undefined
  /** @defaultValue `COMMITTED` */
  readonly commitStatus?: AgentHistoryCommitStatus | ExactConditions<AgentHistoryCommitStatus> | undefined
  readonly producedAt?: DateFilter | undefined
}

/** Conditions on a value of an enumeration that has no patterns; all must be met. */
export interface ExactConditions<Value extends string> {
  readonly $eq?: Value | undefined
  readonly $neq?: Value | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly Value[] | undefined
}

/** Fields to sort the history by. */
export type AgentHistorySortField = 'producedAt' | 'historyItemKey' | 'loopIteration'
