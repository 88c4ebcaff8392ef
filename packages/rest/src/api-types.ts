/**
 * Types that say more than the one they are made of: a key, a date, a secret. The shape of an operation carries what they
 * say, so that checks, forms and the emulator know it too.
 */

/** The known values, and any other text that a newer server may send. Editors still suggest the known ones. */
export type OpenEnum<Value extends string> = Value | (string & {})

/**
 * A 64-bit key as its decimal digits. A plain string is accepted; a key of another kind is a compile error. It costs
 * nothing at run time.
 */
export type Key<Kind extends string> = string & { readonly '~key'?: Kind | undefined }

/** A key that is not always a number, as {@link Key} otherwise. */
export type TextKey<Kind extends string> = string & { readonly '~key'?: Kind | undefined }

/** A key in a request: its digits as text, or a `bigint`. Numbers are left out, since they lose digits beyond 2^53. */
export type KeyInput<Kind extends string> = Key<Kind> | bigint

/** A whole number. */
export type Int = number

/** A date and time as text, as the server wrote it. */
export type DateTime = string

/** A date and time in a request: a `Date`, or text in the format of the API. */
export type DateInput = Date | string

/** Text of several lines, such as the XML of a diagram. */
export type LongText = string

/** Text that must not be logged: a password, a client secret, the value of a secret. */
export type SecretText = string

/** An email address. */
export type Email = string

/** The members of a JSON object with any names and values, such as the variables of a process. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The same in a request: any object that JSON can hold, also one of an interface of yours. */
export type JsonInput = object

/**
 * The empty object that represents a feature that is not activated. Its members are declared as absent, so that
 * `if (status.spec)` narrows the union of `T` and this type.
 */
export type NotActive<T> = { readonly [Member in keyof T]?: undefined }

/** A value whose form Camunda has not published: typed as it should be, but not checked. */
export type Unchecked<T> = T

/**
 * A response that is not JSON. Read it once: as a stream, with `bytes()` or with `text()`. `timeoutMs` ends when the
 * headers arrive; pass a `signal` to limit how long the body may take.
 */
export interface BinaryResponse {
  readonly contentType: string
  /** From the header `content-disposition`, as the server wrote it: it may contain `/` and `..`. */
  readonly fileName?: string | undefined
  /** In bytes. */
  readonly size?: number | undefined
  readonly body: ReadableStream<Uint8Array>
  bytes(): Promise<Uint8Array>
  text(): Promise<string>
}
