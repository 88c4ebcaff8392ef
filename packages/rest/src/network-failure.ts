import { type CallInfo, NetworkError } from './errors.ts'
import type { Redact } from './redact.ts'

interface Foreign {
  readonly code?: unknown
  readonly message?: unknown
  readonly cause?: unknown
  /** Of an AggregateError: an attempt for each address of the host. */
  readonly errors?: unknown
}

/** An error and its causes. */
function withCauses(error: unknown): Foreign[] {
  const chain: Foreign[] = [Object(error)]
  // Grows while it is read; bounded, since causes may form a circle.
  for (const { cause, errors } of chain) {
    for (const inner of [cause, ...(Array.isArray(errors) ? errors : [])]) {
      if (inner && chain.length < 8) chain.push(Object(inner))
    }
  }
  return chain
}

/**
 * Makes the error of a request without a response, or whose response broke off. It describes that of the runtime, or of an
 * injected `fetch`, as text. The object itself must not become part of an error or event: undici's, for example, carries
 * the bytes that were received.
 *
 * @param what - Begins the message.
 */
export function networkError(what: string, call: CallInfo, error: unknown, redact: Redact): NetworkError {
  const chain = withCauses(error)
  const code = chain.map(({ code }) => code).find((code) => typeof code === 'string' && /^[\w/]{2,60}$/.test(code))
  const reasonCode = code ? redact(code as string) : undefined
  const messages = new Set(chain.map((one) => String(one.message ?? one).trim()).filter(Boolean))
  const reason = redact([...messages].join(': ').replace(/\?[^\s)"']*/g, '')).slice(0, 500)
  // Without a code, the end of the text: what precedes it names addresses.
  const summary = reasonCode ?? reason.replace(/.*: |\S+:\/\/\S+/gs, '').slice(0, 100)
  return new NetworkError(`${what} (${summary})`, call, { reason, reasonCode })
}

/** True if the connection was never established, so the server cannot have received anything. */
export function wasUnsent(error: unknown): boolean {
  return withCauses(error).some(
    ({ code, message }) => unsentCode.test(String(code)) || unsentMessage.test(String(message)),
  )
}

// Name resolution, connection and TLS handshake. Not ECONNRESET and UND_ERR_SOCKET, which also end a request that the
// server has received, and may have carried out. Browsers and workerd do not report which it was.
const unsentCode =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_\S*(VERSION|PROTOCOL|HANDSHAKE)\S*|UNABLE_TO_VERIFY_LEAF_SIGNATURE|(\w+_)?CERT(_\w+)?)$/
// Node (two), Bun and Deno, in this order.
const unsentMessage =
  /^(connect E|Client network socket disconnected before|EPROTO: The TLS handshake failed|error sending request for url \S+: client error \(Connect\))/
