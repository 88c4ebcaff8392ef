export {
  ApiError,
  type CallOptions,
  ConflictError,
  MalformedResponseError,
  NetworkError,
  type NotActive,
  RateLimitedError,
  RestError,
  TimeoutError,
  ValidationError,
} from '@x/rest'
export { consoleApi } from './about.ts'
export { createConsoleClient } from './client.ts'
export type { ConsoleClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { ConsoleClientOptions } from './options.ts'
export { ClusterNotHealthyError, type WaitOptions } from './wait-until-healthy.ts'
