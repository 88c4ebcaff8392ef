import { type CallInfo, NetworkError } from './errors.ts'
import type { Redact } from './redact.ts'

interface Foreign {
  readonly code?: unknown
  readonly message?: unknown
  readonly cause?: unknown
  /** The errors of an AggregateError, one for each address of the host. */
  readonly errors?: unknown
}

/** Returns an error and its causes. */
function withCauses(error: unknown): Foreign[] {
  const chain: Foreign[] = [Object(error)]
  // Grows while it is read; limited, because causes may be circular.
  for (const { cause, errors } of chain) {
    for (const inner of [cause, ...(Array.isArray(errors) ? errors : [])]) {
      if (inner && chain.length < 8) chain.push(Object(inner))
    }
  }
  return chain
}

/**
 * Creates the error of a request without a complete response. It describes the error of the runtime, or of the option
 * `fetch`, as text. The error object itself must not become part of an error or event: undici's, for example, contains
 * the received bytes.
 *
 * @param what - Start of the message.
 */
export function networkError(what: string, call: CallInfo, error: unknown, redact: Redact): NetworkError {
  const chain = withCauses(error)
  const { code } = chain.find(({ code }) => typeof code === 'string' && /^[\w/]{2,60}$/.test(code)) ?? {}
  const reasonCode = code ? redact(code as string) : undefined
  const messages = new Set(chain.map((one) => String(one.message ?? one).trim()).filter(Boolean))
  const reason = redact([...messages].join(': ').replace(/\?[^\s)"']*/g, '')).slice(0, 500)
  // Without a code, the end of the text, because its start contains addresses.
  const summary = reasonCode ?? reason.replace(/.*: |\S+:\/\/\S+/gs, '').slice(0, 100)
  return new NetworkError(`${what} (${summary})`, call, { reason, reasonCode })
}

/** True if the connection was never established, so the server cannot have received anything. */
export function wasUnsent(error: unknown): boolean {
  return withCauses(error).some(
    ({ code, message }) => unsentCode.test(String(code)) || unsentMessage.test(String(message)),
  )
}

// Name resolution, connection and TLS handshake. Not ECONNRESET and UND_ERR_SOCKET, which can also end a request that
// the server has received and may have carried out. Browsers and workerd do not report the difference.
const unsentCode =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_.*(VERSION|PROTOCOL|HANDSHAKE).*|.*LEAF_SIGNATURE|(.+_)?CERT(_.+)?)$/
// Two of Node, then Bun and Deno.
const unsentMessage =
  /^(connect E|Client network socket disconnected before|EPROTO: The TLS handshake failed|error sending request for url \S+: client error \(Connect\))/
