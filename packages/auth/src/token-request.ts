import { AuthError, TokenRejectedError } from './errors.ts'
import { noStore } from './no-store.ts'
import type { Settings } from './options.ts'
import { patiently } from './patience.ts'
import { redact } from './redact.ts'
import { readRetryAfter } from './retry-after.ts'
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts'

/** An honest answer is a few kB; what is longer is not read to its end. */
const LONGEST_BODY = 64 * 1024

/**
 * One token request: the client credentials grant in a form body, and its answer read with a bound on time and size.
 *
 * @throws {@link AuthError} with code `token_rejected`, `token_malformed`, `rate_limited`, `server_error`, `network`
 * or `timeout`.
 * @see [RFC 6749 section 4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4)
 */
export async function requestToken(
  settings: Settings,
  audience: string | undefined,
  limitMs: number,
): Promise<TokenAnswer> {
  const controller = new AbortController()
  /** What must not be shown: the proof, and the Basic header that it is in. */
  let secrets: string[] = []
  const exchange = async (): Promise<TokenAnswer> => {
    const proof = await settings.proof()
    secrets = [proof, basic(settings.clientId, proof)]
    return send(settings, audience, secrets, controller.signal)
  }
  try {
    // An injected fetch may not listen to its signal.
    const late = (): AuthError => new AuthError('timeout', 'The token endpoint did not respond in time.')
    return await patiently(exchange(), limitMs, late)
  } catch (error) {
    if (error instanceof AuthError) throw error
    throw new AuthError('network', `The token endpoint could not be reached: ${reason(error, secrets)}`)
  } finally {
    controller.abort()
  }
}

async function send(
  settings: Settings,
  audience: string | undefined,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<TokenAnswer> {
  const sentAt = settings.now()
  const response = await settings.fetch(settings.tokenUrl, {
    method: 'POST',
    redirect: 'manual',
    signal,
    ...noStore,
    ...message(settings, audience, secrets),
  })
  const { status } = response
  // A browser hides a redirect behind status 0.
  if (status === 0 || (status >= 300 && status < 400)) {
    throw new AuthError('token_malformed', 'The token endpoint redirects. Check tokenUrl.')
  }
  if (status === 429 || status === 408 || status >= 500) {
    throw new AuthError(
      status === 429 ? 'rate_limited' : 'server_error',
      `The token endpoint responded with status ${status}.`,
      readRetryAfter(response.headers.get('retry-after'), settings.now()),
    )
  }
  const answer = await readJson(response)
  if (!response.ok || answer.error) {
    const [oauthError, oauthErrorDescription] = [answer.error, answer.error_description].map((text) =>
      typeof text === 'string' ? redact(text, secrets) : undefined,
    )
    throw new TokenRejectedError({ clientId: settings.clientId, status, oauthError, oauthErrorDescription })
  }
  return readTokenAnswer(answer, sentAt)
}

function message(
  { authentication, clientId, scope, resource }: Settings,
  audience: string | undefined,
  [proof, basicPair]: readonly string[],
): { headers: Record<string, string>; body: string } {
  const isBasic = authentication === 'client_secret_basic'
  const isAssertion = authentication === 'assertion'
  const form = {
    grant_type: 'client_credentials',
    client_id: !isBasic && clientId,
    client_secret: !isBasic && !isAssertion && proof,
    client_assertion_type: isAssertion && 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: isAssertion && proof,
    audience,
    scope,
    resource,
  }
  const given = Object.entries(form).filter((entry): entry is [string, string] => !!entry[1])
  return {
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(isBasic && { authorization: `Basic ${basicPair}` }),
    },
    body: `${new URLSearchParams(given)}`,
  }
}

/** RFC 6749 section 2.3.1: both are form-encoded before they are joined. */
function basic(clientId: string, proof: string): string {
  return btoa(`${new URLSearchParams([[clientId, proof]])}`.replace('=', ':'))
}

/** The JSON object of the body; an empty one for anything else. */
async function readJson(response: Response): Promise<Record<string, unknown>> {
  const text = await readText(response)
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** The body, empty if it is too long to be an honest one. */
async function readText(response: Response): Promise<string> {
  // Not all that is called `fetch` has web streams.
  if (!response.body?.getReader) return (await response.text()).slice(0, LONGEST_BODY)
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text
    size += value.length
    if (size > LONGEST_BODY) return ''
    text += decoder.decode(value, { stream: true })
  }
}

/** What the runtime says, in words: `fetch failed: connect ECONNREFUSED 127.0.0.1:1`. */
function reason(error: unknown, secrets: readonly string[]): string {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { message?: string; code?: string } }
  // Where several addresses were tried, the cause has a code and no message.
  return redact(`${message}: ${cause?.message || cause?.code || 'no reason given'}`, secrets)
}
