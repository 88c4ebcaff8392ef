import { type BinaryResponse, pathParams } from '@x/rest'
import type { Operation } from '@x/rest/shapes'
import type { ApiAccess } from './api-access.ts'
import { type Exchange, recordExchanges } from './exchange.ts'
import { inputParts } from './input-parts.ts'

/** What a person gives to an operation. */
export interface CallInput {
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>
  /** The body, form or query; an object with a member for each where the operation takes several. */
  readonly input?: unknown
}

/** One call of an operation, as it ended. */
export interface Call {
  readonly api: string
  readonly operation: Operation
  readonly input: CallInput
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly durationMs: number
  /** The HTTP requests that it took, in order: more than one after a retry or a renewed token. */
  readonly exchanges: readonly Exchange[]
  readonly outcome:
    | { readonly type: 'answer'; readonly value: unknown }
    | { readonly type: 'error'; readonly error: unknown }
    | { readonly type: 'cancelled' }
}

/** Calls one operation through its client, as a program would. Never rejects: the outcome says how it went. */
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

/** Reads a response of bytes to its end, so that it can be shown and saved more than once. */
async function readFile(response: BinaryResponse): Promise<File> {
  const { fileName = '', contentType } = response
  return new File([(await response.bytes()) as Uint8Array<ArrayBuffer>], fileName, { type: contentType ?? '' })
}

/** The client of an API, over a `fetch` of its own. */
export async function createClient(
  { api, baseUrl, auth, audience }: ApiAccess,
  fetch: typeof globalThis.fetch,
): Promise<object> {
  const client = await api.loadClient()
  return client.create({ auth, audience, baseUrl, fetch })
}

type Method = (...args: readonly unknown[]) => Promise<unknown>

/** The method that an operation's id leads to: `clusters.get` is `client.clusters.get`. */
export function methodOf<Of = Method>(client: object, id: string): Of {
  const names = id.split('.')
  return names.reduce<object>((place, name) => Reflect.get(place, name) as object, client) as Of
}

/** Path parameters in the order of the path, then what else the operation takes. */
export function argumentsOf(operation: Operation, { params, input }: CallInput): readonly unknown[] {
  const values = pathParams(operation.path).map((name) => params[name] ?? '')
  return [...values, ...Object.values(inputParts(operation, input))]
}
