import type { Operation } from '@x/rest/shapes'
import type { ApiAnswer, ApiRequest } from '../api.ts'
import type { SampledInput } from './request.ts'

/** One request of an operation, read and validated. */
export interface RealRequest extends SampledInput {
  readonly operation: Operation
  readonly request: ApiRequest
  /** Minor version of Camunda 8. */
  readonly minor: number
}

/** The part of an API that does more than sampling. */
export interface RealApi {
  /** Returns the handler; undefined for an operation that is only sampled. */
  respond(request: RealRequest): Promise<ApiAnswer | undefined>
  /**
   * Responds to a path that belongs to no operation and requires no token; undefined if there is nothing at this path.
   */
  openLink(path: string): Response | undefined
}
