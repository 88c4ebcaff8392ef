export {
  ApiError,
  type BinaryResponse,
  type CallOptions,
  ConflictError,
  type Key,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  NotYetError,
  type Page,
  RateLimitedError,
  RestError,
  type Search,
  type SearchAllOptions,
  TimeoutError,
  ValidationError,
} from '@x/rest'
export { orchestrationApi } from './about.ts'
export { createOrchestrationClient } from './client.ts'
export type { OrchestrationClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OrchestrationClientOptions } from './options.ts'
export type { BatchOperationWaitOptions } from './wait-for-batch-operation.ts'
