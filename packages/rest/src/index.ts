export type { ApiDescription } from './about.ts'
export {
  ApiError,
  ConflictError,
  type ErrorResponse,
  type FailedCall,
  NotServedError,
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
  JsonInput,
  JsonObject,
  Key,
  KeyInput,
  LongText,
  NotActive,
  OpenEnum,
  SecretText,
  TextKey,
  Unchecked,
} from './api-types.ts'
export type { Authenticator } from './authenticator.ts'
export { checkBaseUrl, joinUrl } from './base-url.ts'
export { toBinaryResponse } from './binary-response.ts'
export { type Connection, connectionOf, createConnection } from './connection.ts'
export { isDateTime } from './date-time.ts'
export {
  CallError,
  type CallInfo,
  expectOption,
  type FailureReason,
  MalformedResponseError,
  NetworkError,
  RestError,
  type RestErrorCode,
  TimeoutError,
} from './errors.ts'
export {
  type AuthRefusedEvent,
  type ErrorEvent,
  type PacedEvent,
  quietly,
  type RequestEvent,
  type ResponseEvent,
  type RestEvent,
  type RetryEvent,
} from './events.ts'
export { expandPath } from './expand-path.ts'
export { checkBulkFilter, checkFilter } from './filter.ts'
export { toFormData } from './form-data.ts'
export { commonShapes } from './generated/common.ts'
export type { HeadersOption } from './headers.ts'
export { unknownTo, type WhyUnknown } from './lifetime.ts'
export { nearestName } from './nearest-name.ts'
export { NotYetError } from './not-yet-error.ts'
export type {
  BodyReader,
  BulkOptions,
  CallOptions,
  ClientOptions,
  Fetch,
  FetchHeaders,
  FetchResponse,
  ReadOptions,
  RetryOptions,
  ValidationMode,
} from './options.ts'
export { type CountedPage, createPageCounter, type FetchedPage, type IterateOptions, iteratePages } from './pages.ts'
export { cursorPaging, offsetPaging, pagePaging, searchAfterPaging } from './paging-kinds.ts'
export { isPlainObject } from './plain-object.ts'
export type { CallInput, Formats } from './request.ts'
export {
  type Check,
  createResource,
  type ResourceCode,
  type ResourceRoutes,
  type ResourceRoutesByName,
} from './resource.ts'
export {
  type HttpMethod,
  type Input,
  type Lifetime,
  type Paging,
  pathParams,
  type Route,
  readTexts,
  type Texts,
} from './route.ts'
export type { PagingKind } from './search-all.ts'
export { checkSearchAllOptions, type SearchAll, type SearchAllOptions } from './search-all-options.ts'
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
export type { Searches } from './searches.ts'
export type { TransportOptions } from './settings.ts'
export { sleep } from './sleep.ts'
export { createTransport, type ReadResponse, type Transport } from './transport.ts'
export { createUncheckedResource, createUncheckedResources } from './unchecked-resource.ts'
export { type Part, refusePart, ValidationError, type ValidationIssue } from './validation-error.ts'
export { type Waits, waits } from './waits.ts'
