export {
  ApiError,
  type Authenticator,
  type CallOptions,
  ConflictError,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  NotYetError,
  RateLimitedError,
  RestError,
  type RestErrorCode,
  type RestEvent,
  type RetryOptions,
  type SearchAll,
  type SearchAllOptions,
  TimeoutError,
  ValidationError,
  type ValidationIssue,
} from '@x/rest'
export { modelerApi } from './about.ts'
export { createModelerClient } from './client.ts'
export type { EditOptions } from './edit-file.ts'
export type { ModelerClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { ModelerClientOptions } from './options.ts'
export { createRateLimiter, type RateLimiter, type RateLimiterOptions } from './rate-limiter.ts'
export { formatSimplePath, parseSimplePath } from './simple-path.ts'
