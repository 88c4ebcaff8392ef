import { type BinaryResponse, pathParams } from '@x/rest'
import type { Operation } from '@x/rest/shapes'
import type { ApiAccess } from './api-access.ts'
import { type Exchange, recordExchanges } from './exchange.ts'
import { inputParts } from './input-parts.ts'

/** The user's input for an operation. */
export interface CallInput {
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>
  /** The body, form or query, or an object with a member for each if the operation takes several. */
  readonly input?: unknown
}

/** A finished call of an operation. */
export interface Call {
  readonly api: string
  readonly operation: Operation
  readonly input: CallInput
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly durationMs: number
  /** Its HTTP requests in order: more than one after a retry or a renewed token. */
  readonly exchanges: readonly Exchange[]
  readonly outcome:
    | { readonly type: 'answer'; readonly value: unknown }
    | { readonly type: 'error'; readonly error: unknown }
    | { readonly type: 'cancelled' }
}

/** Calls one operation through its client, as a program would. Never rejects: the outcome contains the error. */
export async function call(
  access: ApiAccess,
  operation: Operation,
  input: CallInput,
  signal: AbortSignal,
): Promise<Call> {
  const startedAt = Date.now()
  const start = performance.now()
  const recorded = recordExchanges(access.fetch)
  const outcome = await attempt(access, operation, input, recorded.fetch, signal)
  const durationMs = performance.now() - start
  return { api: access.api.name, operation, input, startedAt, durationMs, exchanges: recorded.exchanges, outcome }
}

async function attempt(
  access: ApiAccess,
  operation: Operation,
  input: CallInput,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Call['outcome']> {
  try {
    const method = methodOf(await createClient(access, fetch), operation.id)
    const value = await method(...argumentsOf(operation, input), { signal })
    return { type: 'answer', value: operation.returns === 'bytes' ? await readFile(value as BinaryResponse) : value }
  } catch (error) {
    return signal.aborted ? { type: 'cancelled' } : { type: 'error', error }
  }
}

/** Reads a binary response completely, so that it can be shown and saved repeatedly. */
async function readFile(response: BinaryResponse): Promise<File> {
  const { fileName = '', contentType } = response
  return new File([(await response.bytes()) as Uint8Array<ArrayBuffer>], fileName, { type: contentType ?? '' })
}

/** Creates the client of an API with its own `fetch`. */
export async function createClient(
  { api, baseUrl, auth, audience }: ApiAccess,
  fetch: typeof globalThis.fetch,
): Promise<object> {
  const client = await api.loadClient()
  return client.create({ auth, audience, baseUrl, fetch })
}

type Method = (...args: readonly unknown[]) => Promise<unknown>

/** Returns the method of an operation id: `clusters.get` is `client.clusters.get`. */
export function methodOf<Of = Method>(client: object, id: string): Of {
  const names = id.split('.')
  return names.reduce<object>((place, name) => Reflect.get(place, name) as object, client) as Of
}

/** Path parameters in the order of the path, then the operation's other arguments. */
export function argumentsOf(operation: Operation, { params, input }: CallInput): readonly unknown[] {
  const values = pathParams(operation.path).map((name) => params[name] ?? '')
  return [...values, ...Object.values(inputParts(operation, input))]
}
