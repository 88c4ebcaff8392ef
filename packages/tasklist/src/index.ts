export {
  ApiError,
  type Authenticator,
  type CallOptions,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  NotYetError,
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
export { tasklistApi } from './about.ts'
export { createTasklistClient } from './client.ts'
export type { TasklistClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { TasklistClientOptions } from './options.ts'
