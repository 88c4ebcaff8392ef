import { AuthError, TokenRejectedError } from './errors.ts'
import { noStore } from './no-store.ts'
import type { Settings } from './options.ts'
import { patiently } from './patience.ts'
import { redact } from './redact.ts'
import { readRetryAfter } from './retry-after.ts'
import { readTokenResponse, type TokenResponse } from './token-response.ts'

/** A real response has a few kB. Nothing beyond this is read. */
const LONGEST_BODY = 64 * 1024

/**
 * Sends one token request, the client credentials grant in a form body, and reads its response within limits of time
 * and size.
 *
 * @throws {@link AuthError} with code `token_rejected`, `token_malformed`, `rate_limited`, `server_error`, `network`
 * or `timeout`.
 * @see [RFC 6749 section 4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4)
 */
export async function requestToken(
  settings: Settings,
  audience: string | undefined,
  limitMs: number,
): Promise<TokenResponse> {
  const controller = new AbortController()
  /** What must not appear in messages: the proof, and the Basic header with it. */
  let secrets: string[] = []
  const exchange = async (): Promise<TokenResponse> => {
    const proof = await settings.proof()
    secrets = [proof, basic(settings.clientId, proof)]
    return send(settings, audience, secrets, controller.signal)
  }
  try {
    // A `fetch` that was passed in may ignore its signal.
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
): Promise<TokenResponse> {
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
  const body = await readJson(response)
  if (!response.ok || body.error) {
    const [oauthError, oauthErrorDescription] = [body.error, body.error_description].map((text) =>
      typeof text === 'string' ? redact(text, secrets) : undefined,
    )
    throw new TokenRejectedError({ clientId: settings.clientId, status, oauthError, oauthErrorDescription })
  }
  return readTokenResponse(body, sentAt)
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

/** Returns the JSON object of the body; an empty one for anything else. */
async function readJson(response: Response): Promise<Record<string, unknown>> {
  const text = await readText(response)
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Returns the body; empty if it is too long to be a real one. */
async function readText(response: Response): Promise<string> {
  // Not every `fetch` has web streams.
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

/** Returns the reason that the runtime reports: `fetch failed: connect ECONNREFUSED 127.0.0.1:1`. */
function reason(error: unknown, secrets: readonly string[]): string {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { message?: string; code?: string } }
  // If several addresses were tried, the cause has a code but no message.
  return redact(`${message}: ${cause?.message || cause?.code || 'no reason given'}`, secrets)
}
