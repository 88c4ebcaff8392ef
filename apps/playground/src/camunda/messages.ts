import type { Emulator, JournalEntry } from '@x/emulator'

/** What a page requests from the embedded Camunda besides HTTP: facts about it, and commands that no API has. */
export interface Commands {
  /** Changes with each start of the embedded Camunda: tokens of an earlier one are invalid. */
  instance(): string
  url(product: string): string
  credentialsFile(kind: 'cluster' | 'organization' | 'both'): string
  journal(): readonly JournalEntry[]
  expireTokens(): void
  rotateSecret(clientId: string): void
  rateLimit(milliseconds: number): void
  failNext(...failure: Parameters<Emulator['controls']['failNext']>): void
  /** Advances its clock: timers fire, tokens expire. */
  advanceClock(milliseconds: number): void
  /** Its current time, in milliseconds since the epoch. */
  now(): number
  reset(): void
}

export type CommandName = keyof Commands

export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: ArrayBuffer | undefined
}

export interface WireResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: ArrayBuffer | undefined
}

/** From a page to the worker that runs the embedded Camunda. */
export type Question =
  | { readonly id: number; readonly type: 'fetch'; readonly request: WireRequest }
  | { readonly id: number; readonly type: 'command'; readonly name: CommandName; readonly args: readonly unknown[] }
  | { readonly id: number; readonly type: 'abort' }

/** From the worker to a page: the reply to one message, or a notification to all pages. */
export type Message =
  | { readonly id: number; readonly type: 'response'; readonly response: WireResponse }
  | { readonly id: number; readonly type: 'result'; readonly result: unknown }
  | { readonly id: number; readonly type: 'failure'; readonly message: string }
  | { readonly type: 'entry'; readonly entry: JournalEntry }
