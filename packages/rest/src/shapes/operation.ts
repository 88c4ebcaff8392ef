import type { Route } from '../route.ts'
import type { Schema } from './schema.ts'

/** The schemas of what goes in and out of one operation. */
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
  /** What the API client needs to be allowed, in Camunda's terms. */
  readonly permission?: string | undefined
  /** Since when and why not to use it, and what to use instead. */
  readonly deprecated?: string | undefined
}
