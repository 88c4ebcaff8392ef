export {
  ApiError,
  type CallOptions,
  ConflictError,
  type Key,
  type KeyInput,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  NotYetError,
  RateLimitedError,
  RestError,
  type SearchAllOptions,
  TimeoutError,
  ValidationError,
} from '@x/rest'
export { operateApi } from './about.ts'
export { createOperateClient } from './client.ts'
export { formatOperateDate, parseOperateDate } from './date.ts'
export type { OperateClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OperateClientOptions } from './options.ts'
export { parseVariable, stringifyVariable } from './variable-value.ts'
