/**
 * Types with more meaning than their base type: a key, a date, a secret. The shapes of operations keep that meaning for
 * checks, forms and the emulator.
 */

/** The known values, and any other string that a newer server may send. Editors still suggest the known ones. */
export type OpenEnum<Value extends string> = Value | (string & {})

/**
 * A 64-bit key as a string of decimal digits. A plain string is accepted; a key of another kind is a compile error.
 * There is no cost at run time.
 */
export type Key<Kind extends string> = string & { readonly '~key'?: Kind | undefined }

/** Like {@link Key}, for keys that are not always numbers. */
export type TextKey<Kind extends string> = string & { readonly '~key'?: Kind | undefined }

/** A key in a request: its digits as a string, or a `bigint`. Not a number, which would lose digits beyond 2^53. */
export type KeyInput<Kind extends string> = Key<Kind> | bigint

/** A whole number. */
export type Int = number

/** A date and time as a string, as the server wrote it. */
export type DateTime = string

/** A date and time in a request: a `Date`, or a string in the format of the API. */
export type DateInput = Date | string

/** Text of several lines, such as the XML of a diagram. */
export type LongText = string

/** Text that must not be logged: a password, a client secret, the value of a secret. */
export type SecretText = string

/** An email address. */
export type Email = string

/** The members of a JSON object with any names and values, such as the variables of a process. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A JSON object in a request: any object that JSON can represent, including one with your own interface. */
export type JsonInput = object

/**
 * The empty object of a feature that is not activated. Its members are declared as undefined, so that `if
 * (status.spec)` narrows the union of `T` and this type.
 */
export type NotActive<T> = { readonly [Member in keyof T]?: undefined }

/** A value whose format Camunda has not published: typed as expected, but not checked. */
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
  /**
   * Returns the bytes with their own buffer, so that `Response`, `Blob` and others accept them in every version of
   * TypeScript.
   */
  bytes(): Promise<Uint8Array & { readonly buffer: ArrayBuffer }>
  text(): Promise<string>
}
