import type { AuthError } from './errors.ts'

/** An event of `createOAuth`, for logs and metrics. No event contains a secret or a token. */
export type TokenEvent =
  /** A token request is sent. */
  | { readonly type: 'token_requested'; readonly audience: string | undefined }
  /** A token request succeeded. `expiresAt` is in milliseconds since the Unix epoch. */
  | {
      readonly type: 'token_received'
      readonly audience: string | undefined
      readonly expiresAt: number
      readonly durationMs: number
    }
  /** Another process that shares the storage had obtained a token; no request was needed. */
  | { readonly type: 'token_shared'; readonly audience: string | undefined; readonly expiresAt: number }
  /** A token request failed. It may be retried, and calls continue while the current token is valid. */
  | { readonly type: 'token_failed'; readonly audience: string | undefined; readonly error: AuthError }
  /** The API rejected a token; the next call gets a new one, unless the rejected token was itself a replacement. */
  | { readonly type: 'token_refused'; readonly audience: string | undefined }
  /** Calls wait for the pace of the token endpoint, or for the token request of another process. */
  | {
      readonly type: 'token_awaited'
      readonly audience: string | undefined
      readonly reason: 'pace' | 'lease'
      readonly waitMs: number
    }
  /**
   * The storage failed, lost a record, or never grants its lock; this process continues without it. Once per outage.
   */
  | { readonly type: 'storage_failed'; readonly error: AuthError }
