import type { Schema } from './schema.ts'
import type { Lifetime } from './shape.ts'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a method takes between its path parameters and the options of the call, in this order. */
export type Input = 'body' | 'form' | 'query'

/** How the pages of a search follow one another. */
export type Paging = 'searchAfter' | 'page' | 'cursor' | 'offset'

/** What it takes to send one operation. Plain data without schemas, so that one resource can be imported alone. */
export interface Route extends Lifetime {
  /** The path from the client to the method, for example `clusters.get`. Stable: errors and events carry it. */
  readonly id: string
  readonly method: HttpMethod
  /** Path template below the base URL, for example `/clusters/{clusterUuid}`. */
  readonly path: `/${string}`
  /** A `form` is sent as multipart/form-data, a `body` as JSON. @defaultValue nothing */
  readonly takes?: readonly Input[] | undefined
  /** True where the body or form may be left out; an empty one is sent then. */
  readonly mayOmit?: boolean | undefined
  /** What a successful response is: `json` (default), `text` (BPMN, CSV), `bytes` (a stream) or `none` (nothing is read). */
  readonly answer?: 'json' | 'text' | 'bytes' | 'none' | undefined
  readonly paging?: Paging | undefined
  /** True where sending it twice does no more than sending it once although the method is POST (searches). */
  readonly safe?: boolean | undefined
  /** True where the data lags behind the commands that changed it. */
  readonly eventuallyConsistent?: boolean | undefined
  /** False for the few operations that work without a token. One is sent all the same where the authenticator has one. */
  readonly authenticated?: boolean | undefined
}

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
