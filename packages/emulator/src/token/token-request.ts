import { readBasic } from '../basic.ts'

/** The parameters of a token request (RFC 6749 section 4.4.2) and the client's credentials. */
export interface TokenRequest {
  readonly grantType: string | undefined
  readonly clientId: string
  readonly clientSecret: string
  readonly audience: string | undefined
  /** Whether the credentials were in an HTTP Basic header, in which case a 401 must have a challenge. */
  readonly basic: boolean
}

/** Why a request could not be read: the `error_description` of an `invalid_request`. */
export interface UnreadableRequest {
  readonly problem: string
}

/**
 * Reads a token request from a form or, if allowed (as on SaaS), from JSON. Credentials are either in the body
 * (`client_secret_post`) or in a Basic header (`client_secret_basic`), not both (RFC 6749 section 2.3).
 */
export function readTokenRequest(headers: Headers, body: string, takesJson: boolean): TokenRequest | UnreadableRequest {
  const parameters = readParameters(headers.get('content-type') ?? '', body, takesJson)
  if (parameters === undefined) {
    const types = ['application/x-www-form-urlencoded', ...(takesJson ? ['application/json'] : [])]
    return { problem: `The body must be ${types.join(' or ')}.` }
  }
  if ('problem' in parameters) return parameters
  const { values } = parameters
  const authorization = headers.get('authorization')
  const shared = { grantType: values.get('grant_type'), audience: values.get('audience') }
  if (authorization === null) {
    const clientId = values.get('client_id')
    const clientSecret = values.get('client_secret')
    if (clientId === undefined) return { problem: 'Missing required parameter: client_id' }
    if (clientSecret === undefined) return { problem: 'Missing required parameter: client_secret' }
    return { ...shared, clientId, clientSecret, basic: false }
  }
  if (values.has('client_secret')) return { problem: 'Use one way to authenticate the client, not two.' }
  const credentials = readClient(authorization)
  return credentials ? { ...shared, ...credentials, basic: true } : { problem: 'Malformed Authorization header.' }
}

type Parameters = { readonly values: ReadonlyMap<string, string> } | UnreadableRequest

function readParameters(contentType: string, body: string, takesJson: boolean): Parameters | undefined {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') {
    const values = new Map<string, string>()
    for (const [name, value] of new URLSearchParams(body)) {
      if (values.has(name)) return { problem: 'A parameter is given more than once.' }
      // RFC 6749 section 3.2: a parameter without a value counts as omitted.
      if (value !== '') values.set(name, value)
    }
    return { values }
  }
  if (type !== 'application/json' || !takesJson) return undefined
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new TypeError('not an object')
    const texts = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    return { values: new Map(texts) }
  } catch {
    return { problem: 'The body is not a JSON object.' }
  }
}

function readClient(authorization: string): { clientId: string; clientSecret: string } | undefined {
  // Id and secret are form-encoded before they are joined (RFC 6749 section 2.3.1).
  const decode = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '))
  try {
    const [id, secret] = readBasic(authorization) ?? []
    return id === undefined || secret === undefined ? undefined : { clientId: decode(id), clientSecret: decode(secret) }
  } catch {
    return undefined
  }
}
