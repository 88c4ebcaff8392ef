/** Camunda cuts longer messages off. */
const longestMessage = 5000

/**
 * Describes what a handler threw, for the message of the failed job: names and messages of the error and of its causes,
 * no stack, and without what looks like a secret.
 */
export function describeError(thrown: unknown): string {
  try {
    return hideSecrets(describe(thrown)).slice(0, longestMessage)
  } catch {
    // A handler may throw anything, a proxy that throws included.
    return 'The handler threw a value that cannot be described'
  }
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) {
    return typeof thrown === 'string' && thrown !== '' ? thrown : `The handler threw ${kindOf(thrown)}`
  }
  const messages: string[] = []
  let error: unknown = thrown
  // Bounded, since causes may form a circle.
  while (error instanceof Error && messages.length < 4) {
    const { name, message } = error
    const ours = name === 'Error' || /^(JobFailure|HandlerResultError|JobVariablesError)$/.test(name)
    const text = ours ? message || 'The handler threw an error without a message' : `${name}: ${message}`
    if (!messages.includes(text)) messages.push(text)
    error = error.cause
  }
  return messages.join(', caused by ')
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  return value === '' ? 'an empty text' : `a value that is not an error (${typeof value})`
}

/** What libraries put into messages by accident: authorization headers, tokens, passwords in addresses and assignments. */
function hideSecrets(text: string): string {
  return text
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, '$1 …')
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, '…')
    .replace(/(:\/\/)[^\s/@]+@/g, '$1…@')
    .replace(/((?:secret|token|password|passwd|api[-_]?key)["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi, '$1…')
}
