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
export { hubApi } from './about.ts'
export { createHubClient } from './client.ts'
export type { HubClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { HubClientOptions } from './options.ts'
