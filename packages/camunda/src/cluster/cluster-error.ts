import { RestError, type RestErrorCode } from '@x/rest'

/**
 * Why a cluster cannot be used.
 *
 * - `wrong_credentials`: the credentials are those of an organization instead of a cluster, or the other way around, or
 * lack an address
 * - `credentials_rejected`: the token endpoint or the cluster rejects them
 * - `not_allowed`: the cluster, or a proxy in front of it, does not allow requests from here
 * - `not_running`: the cluster exists but does not respond: it is suspended, starting or updating
 * - `not_found`: nothing at these addresses is a Camunda cluster
 * - `too_old`: the cluster is too old for the call
 * - `not_served`: the cluster's version has the API, but the cluster does not serve it
 * - `no_secondary_storage`: the cluster runs without secondary storage, so it has no searches
 */
export type ClusterErrorCode =
  | 'wrong_credentials'
  | 'credentials_rejected'
  | 'not_allowed'
  | 'not_running'
  | 'not_found'
  | 'too_old'
  | 'not_served'
  | 'no_secondary_storage'

/** Codes for reasons other than an error response. */
const codes: Readonly<Partial<Record<ClusterErrorCode, RestErrorCode>>> = {
  wrong_credentials: 'config_invalid',
  too_old: 'request_invalid',
  not_served: 'request_invalid',
}

/** One request of the detection of a cluster's version. */
export interface Attempt {
  readonly method: string
  /** Address without query. */
  readonly url: string
  /** The result: a status, or why there is none. */
  readonly outcome: string
}

/** A cluster cannot be used for a call. The message lists the requests that were tried and says what to do. */
export class ClusterError extends RestError {
  override name = 'ClusterError'
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isClusterError: true = true
  readonly reason: ClusterErrorCode
  /** The requests in the order they were sent; empty if nothing was sent. */
  readonly tried: readonly Attempt[]

  /** @param cause - The error of the last request. */
  constructor(reason: ClusterErrorCode, message: string, tried: readonly Attempt[] = [], cause?: unknown) {
    super(codes[reason] ?? 'http', message + describe(tried))
    this.reason = reason
    this.tried = tried
    if (cause !== undefined) Object.defineProperty(this, 'cause', { value: cause })
  }
}

function describe(tried: readonly Attempt[]): string {
  const steps = tried.map(({ method, url, outcome }) => `${method} ${url} (${outcome})`)
  return steps.length > 0 ? `. Tried: ${steps.join('; ')}` : ''
}
