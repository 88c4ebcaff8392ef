export {
  ApiError,
  type Authenticator,
  type CallOptions,
  ConflictError,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  RateLimitedError,
  RestError,
  type RestErrorCode,
  type RestEvent,
  type RetryOptions,
  type SearchAllOptions,
  TimeoutError,
  ValidationError,
  type ValidationIssue,
} from '@x/rest'
export { optimizeApi } from './about.ts'
export { createOptimizeClient } from './client.ts'
export type { OptimizeClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OptimizeClientOptions } from './options.ts'
