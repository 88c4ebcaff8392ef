import type { Route } from '../route.ts'
import type { Schema } from './schema.ts'

/** The schemas of one operation's request and response. */
export interface OperationSchemas {
  /** Path parameters, in the order of the path. */
  readonly params?: Readonly<Record<string, Schema>> | undefined
  readonly query?: Schema | undefined
  readonly body?: Schema | undefined
  readonly form?: Schema | undefined
  readonly response?: Schema | undefined
}

/** One row of an API's operation table. Types, checks, forms, docs, the proxy and the emulator all read this table. */
export interface Operation extends Omit<Route, 'deprecated'>, OperationSchemas {
  /** What it does, in one sentence. */
  readonly summary: string
  /** The permission that the API client needs, in Camunda's terms. */
  readonly permission?: string | undefined
  /** Since when it is deprecated and why, and what to use instead. */
  readonly deprecated?: string | undefined
}
