import type { AuthError } from './errors.ts'

/** What happens inside `createOAuth`, for logs and metrics. No event holds a secret or a token. */
export type TokenEvent =
  /** A token request goes out. */
  | { readonly type: 'token_requested'; readonly audience: string | undefined }
  /** The request was granted. `expiresAt` in milliseconds since the Unix epoch. */
  | {
      readonly type: 'token_received'
      readonly audience: string | undefined
      readonly expiresAt: number
      readonly durationMs: number
    }
  /** Somebody who shares the storage had got a token; no request was needed. */
  | { readonly type: 'token_shared'; readonly audience: string | undefined; readonly expiresAt: number }
  /** A token request failed. It may be sent again, and calls go on while the old token lasts. */
  | { readonly type: 'token_failed'; readonly audience: string | undefined; readonly error: AuthError }
  /** The API refused a token; the next call gets a new one, unless this one was just that. */
  | { readonly type: 'token_refused'; readonly audience: string | undefined }
  /** Calls wait: for the token endpoint's pace, or for somebody else's token request. */
  | {
      readonly type: 'token_awaited'
      readonly audience: string | undefined
      readonly reason: 'pace' | 'lease'
      readonly waitMs: number
    }
  /** The storage failed, lost what it was given, or never grants its lock; this process goes on alone. Once per outage. */
  | { readonly type: 'storage_failed'; readonly error: AuthError }
