import type { GenericSchema } from 'valibot'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What it takes to send one operation. Plain data without schemas, so that one resource can be imported alone. */
export interface Route {
  /** The way from the client to the method, for example `clusters.get`. Stable: errors and events carry it. */
  readonly id: string
  readonly method: HttpMethod
  /** Path template below the base URL, for example `/clusters/{clusterUuid}`. */
  readonly path: `/${string}`
  /** What its method takes after the path parameters. @defaultValue nothing */
  readonly takes?: 'body' | 'query' | undefined
  /** What a successful answer is: `json` (default), `text` (BPMN, CSV; given as a string) or `none` (nothing is read). */
  readonly answer?: 'json' | 'text' | 'none' | undefined
  /** True when sending it twice does no more than sending it once although the method is POST (searches). */
  readonly safe?: boolean | undefined
  /** False for the few operations that work without a token. One is sent all the same where the authenticator has one. */
  readonly authenticated?: boolean | undefined
}

/**
 * One row of an API's operation table: its route, what it is for, and the valibot schemas of what goes in and out.
 * Types, validation, the playground's forms, the docs and the checks against Camunda's OpenAPI files all read this table.
 */
export interface Operation extends Route {
  /** What you get, in one line. */
  readonly summary: string
  /** What the API client needs to be allowed, in Camunda's words. */
  readonly permission?: string | undefined
  /** Why and since when not to use it, and what to use instead. */
  readonly deprecated?: string | undefined
  /** First and last Camunda version that serves it, where that is known. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Path parameters, in the order of the path. */
  readonly params?: Readonly<Record<string, GenericSchema>> | undefined
  readonly query?: GenericSchema | undefined
  readonly body?: GenericSchema | undefined
  readonly response?: GenericSchema | undefined
}
