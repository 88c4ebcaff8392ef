import { AuthError, TokenRejectedError } from './errors.ts'
import type { Settings } from './options.ts'
import { redact } from './redact.ts'
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
  let timer: ReturnType<typeof setTimeout> | undefined
  let proof = ''
  const exchange = async (): Promise<TokenAnswer> => {
    proof = await settings.proof()
    return send(settings, audience, proof, controller.signal)
  }
  // A race, since an injected fetch may not listen to its signal.
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AuthError('timeout', `The token endpoint gave no answer within ${limitMs} ms.`)),
      limitMs,
    )
  })
  try {
    return await Promise.race([exchange(), timeout])
  } catch (error) {
    if (error instanceof AuthError) throw error
    throw new AuthError('network', `The token endpoint could not be reached: ${reason(error, proof)}`)
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}

async function send(
  settings: Settings,
  audience: string | undefined,
  proof: string,
  signal: AbortSignal,
): Promise<TokenAnswer> {
  const response = await settings.fetch(settings.tokenUrl, {
    method: 'POST',
    redirect: 'manual',
    signal,
    ...message(settings, audience, proof),
  })
  const { status } = response
  // A browser hides a redirect behind status 0.
  if (status === 0 || (status >= 300 && status < 400)) {
    throw new AuthError('token_malformed', 'The token endpoint answered with a redirect. Check tokenUrl.')
  }
  if (status === 429 || status === 408 || status >= 500) {
    throw new AuthError(
      status === 429 ? 'rate_limited' : 'server_error',
      `The token endpoint answered with status ${status}.`,
      retryAfter(response, settings.now()),
    )
  }
  const answer = await readJson(response)
  if (!response.ok || answer?.error) {
    const [oauthError, oauthErrorDescription] = [answer?.error, answer?.error_description].map((text) =>
      typeof text === 'string' ? redact(text, proof) : undefined,
    )
    throw new TokenRejectedError({ clientId: settings.clientId, status, oauthError, oauthErrorDescription })
  }
  return readTokenAnswer(answer ?? {}, settings.now())
}

function message(
  { authentication, clientId, scope, resource }: Settings,
  audience: string | undefined,
  proof: string,
): { headers: Record<string, string>; body: string } {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  if (authentication === 'client_secret_basic') {
    // RFC 6749 section 2.3.1: both are form-encoded before they are joined.
    headers.authorization = `Basic ${btoa(new URLSearchParams([[clientId, proof]]).toString().replace('=', ':'))}`
  } else {
    body.set('client_id', clientId)
    if (authentication === 'assertion') {
      body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
      body.set('client_assertion', proof)
    } else body.set('client_secret', proof)
  }
  if (audience) body.set('audience', audience)
  if (scope) body.set('scope', scope)
  if (resource) body.set('resource', resource)
  return { headers, body: body.toString() }
}

/** The JSON object of the body; `undefined` for anything else. */
async function readJson(response: Response): Promise<Record<string, unknown> | undefined> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > LONGEST_BODY) return undefined
    text += decoder.decode(value, { stream: true })
  }
  try {
    const json = JSON.parse(text)
    return typeof json === 'object' ? json : undefined
  } catch {
    return undefined
  }
}

/** Seconds or a date, as RFC 9110 section 10.2.3 has it; in milliseconds from now. */
function retryAfter(response: Response, now: number): number | undefined {
  const text = response.headers.get('retry-after')
  const ms = Number(text) * 1000 || Date.parse(`${text}`) - now
  return ms > 0 ? ms : undefined
}

/** What the runtime says, in words: `fetch failed: connect ECONNREFUSED 127.0.0.1:1`. */
function reason(error: unknown, proof: string): string {
  const errors = [error, (error as Error | undefined)?.cause] as (Error | undefined)[]
  return redact(errors.map((each) => each?.message ?? '').join(': '), proof)
}
