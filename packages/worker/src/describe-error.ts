/** Camunda truncates longer messages. */
const longestMessage = 5000

const mostCauses = 4

/** Names that add nothing to the message. */
const plainNames = ['Error', 'JobFailure', 'HandlerResultError', 'JobVariablesError']

/**
 * Returns the message of a failed job for what its handler threw: names and messages of the error and its causes,
 * without a stack and without anything that looks like a secret.
 */
export function describeError(thrown: unknown): string {
  try {
    return hideSecrets(describe(thrown)).slice(0, longestMessage)
  } catch {
    // A handler may throw anything, even a proxy that throws.
    return 'The handler threw a value that cannot be described'
  }
}

function describe(thrown: unknown): string {
  if (thrown === undefined || thrown === null) return `The handler threw ${thrown}`
  if (thrown === '') return 'The handler threw an empty string'
  if (typeof thrown === 'string') return thrown
  if (!isError(thrown)) return `The handler threw a value that is not an error (${typeof thrown})`
  const messages: string[] = []
  let error: unknown = thrown
  // Limited, because causes may be circular.
  while (isError(error) && messages.length < mostCauses) {
    const text = describeOne(error)
    if (!messages.includes(text)) messages.push(text)
    error = error.cause ?? error.errors?.[0]
  }
  return messages.join(', caused by ')
}

interface ErrorLike {
  readonly name?: unknown
  readonly message: string
  readonly code?: unknown
  readonly cause?: unknown
  /** The errors of an `AggregateError`, which often has no message of its own. */
  readonly errors?: readonly unknown[] | undefined
}

/** Also true for an error of another realm, and for objects with a message, which some libraries throw. */
function isError(value: unknown): value is ErrorLike {
  return value instanceof Error || typeof Object(value).message === 'string'
}

function describeOne({ name, message, code }: ErrorLike): string {
  const named = typeof name === 'string' && name !== '' && !plainNames.includes(name)
  const text = message || (code === undefined ? '' : String(code))
  if (named) return text ? `${name}: ${text}` : name
  return text || 'The handler threw an error without a message'
}

/**
 * Removes secrets that libraries put into messages by accident: authorization headers, tokens, passwords in addresses
 * and assignments.
 */
function hideSecrets(text: string): string {
  return text
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, '$1 …')
    .replace(/\b(eyJ[\w-]+\.|AKIA)[\w.-]+/g, '…')
    .replace(/(:\/\/)[^\s/@]+@/g, '$1…@')
    .replace(/((?:secret|token|passw\w*|api.?key|\bsig)["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi, '$1…')
}
