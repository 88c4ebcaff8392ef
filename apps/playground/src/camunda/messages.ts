import type { Emulator, JournalEntry } from '@x/emulator'

/** What a page asks of the embedded Camunda beside HTTP: facts about it, and what no API can do. */
export interface Commands {
  /** Differs for each start of the embedded Camunda: tokens of an earlier one are worth nothing. */
  instance(): string
  url(product: string): string
  credentialsFile(kind: 'cluster' | 'organization' | 'both'): string
  journal(): readonly JournalEntry[]
  expireTokens(): void
  rotateSecret(clientId: string): void
  rateLimit(milliseconds: number): void
  failNext(...failure: Parameters<Emulator['controls']['failNext']>): void
  /** Moves its time ahead: timers fire, tokens expire. */
  advanceClock(milliseconds: number): void
  /** Its time, in milliseconds since the epoch. */
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

/** From the worker to a page: an answer to one question, or news for every page. */
export type Message =
  | { readonly id: number; readonly type: 'response'; readonly response: WireResponse }
  | { readonly id: number; readonly type: 'result'; readonly result: unknown }
  | { readonly id: number; readonly type: 'failure'; readonly message: string }
  | { readonly type: 'entry'; readonly entry: JournalEntry }
