export {
  ApiError,
  ConflictError,
  type ErrorAnswer,
  type Problem,
  RateLimitedError,
  RedirectError,
} from './api-error.ts'
export type {
  BinaryResponse,
  DateInput,
  DateTime,
  Email,
  Int,
  JsonObject,
  Key,
  KeyInput,
  LongText,
  NotActive,
  OpenEnum,
  SecretText,
  Unchecked,
} from './api-types.ts'
export type { Authenticator } from './authenticator.ts'
export { checkBaseUrl, joinUrl } from './base-url.ts'
export type { Check } from './check.ts'
export {
  CallError,
  type CallInfo,
  type FailureReason,
  MalformedResponseError,
  NetworkError,
  RestError,
  type RestErrorCode,
  TimeoutError,
} from './errors.ts'
export type {
  AuthRefusedEvent,
  ErrorEvent,
  PacedEvent,
  RequestEvent,
  ResponseEvent,
  RestEvent,
  RetryEvent,
} from './events.ts'
export { expandPath } from './expand-path.ts'
export type { HeadersOption } from './headers.ts'
export { createMethods, type Methods } from './methods.ts'
export { nearestName } from './nearest-name.ts'
export type { HttpMethod, Operation, Route } from './operation.ts'
export type { CallOptions, ClientOptions, Fetch, RetryOptions, ValidationMode } from './options.ts'
export { type CountedPage, createPageCounter, type FetchedPage, type IterateOptions, iteratePages } from './pages.ts'
export { checkPlain } from './plain-body.ts'
export { isPlainObject, notPlain } from './plain-object.ts'
export type { CallInput } from './request.ts'
export type { SearchAll, SearchAllOptions } from './search-all-options.ts'
export type {
  Conditions,
  DateFilter,
  EnumConditions,
  EnumFilter,
  KeyFilter,
  NumberFilter,
  OrderConditions,
  Page,
  PageInfo,
  PageRequest,
  PageResponse,
  Search,
  Sort,
  TextConditions,
  TextFilter,
} from './search-types.ts'
export type { TransportOptions } from './settings.ts'
export { sleep } from './sleep.ts'
export { createTransport, type Transport } from './transport.ts'
export { isDateTime } from './validation/date-time.ts'
export { notOneOf } from './validation/not-one-of.ts'
export { type Part, ValidationError, type ValidationIssue } from './validation-error.ts'
