import { AuthError } from '@x/auth'
import {
  ApiError,
  CallError,
  createTransport,
  MalformedResponseError,
  NetworkError,
  NotServedError,
  RedirectError,
  type Route,
  type TransportOptions,
} from '@x/rest'
import { type Attempt, ClusterError } from './cluster-error.ts'
import { readVersion, type Version } from './version.ts'

/** The paths that return a version. */
export type TopologyPath = '/v2/topology' | '/v1/topology'

/**
 * Requests the version of a server. Returns undefined if there is no API of a cluster, and adds the outcome to `tried`.
 *
 * @throws `ClusterError` if it is the API of a cluster but cannot be used; other errors unchanged
 */
export async function askVersion(
  options: Omit<TransportOptions, 'api' | 'baseUrl'>,
  baseUrl: string,
  path: TopologyPath,
  tried: Attempt[],
): Promise<Version | undefined> {
  const route: Route = { id: 'cluster.getTopology', method: 'GET', path }
  const note = (outcome: string): void => {
    tried.push({ method: 'GET', url: baseUrl + path, outcome })
  }
  try {
    const transport = createTransport({
      ...options,
      api: 'The cluster',
      baseUrl,
      isNotServed: () => true,
      retry: false,
    })
    const topology = await transport.call<unknown>(route)
    const version = readVersion((Object(topology) as { gatewayVersion?: unknown }).gatewayVersion)
    note(version ? `200, version ${version.text}` : '200, without a version')
    return version
  } catch (error) {
    note(outcomeOf(error))
    if (isAbsence(error)) return undefined
    throw explain(error, tried)
  }
}

/** True if an error shows that there is no such API at an address, or no longer. */
export function isAbsence(error: unknown): boolean {
  return [NotServedError, NetworkError, MalformedResponseError, RedirectError].some((kind) => error instanceof kind)
}

/** Returns the outcome of a request, without anything from the response's content. */
export function outcomeOf(error: unknown): string {
  if (error instanceof ApiError) return String(error.status)
  if (error instanceof NetworkError) return error.reasonCode ?? 'no connection'
  if (error instanceof MalformedResponseError) return `${error.status}, not JSON`
  if (error instanceof AuthError) return 'not sent: there is no token'
  return error instanceof CallError ? error.code : 'failed'
}

function explain(error: unknown, tried: readonly Attempt[]): unknown {
  const status = error instanceof ApiError ? error.status : undefined
  if (status === 401 || (error instanceof AuthError && error.code === 'token_rejected')) {
    const message =
      'The credentials are rejected. Use the API client of this cluster (Console > the cluster > API), not one of the ' +
      'organization or of another cluster, and check its secret and `audience`. A client without the scope of the ' +
      'Orchestration Cluster API (Zeebe) cannot find out the version: set `version`'
    return new ClusterError('credentials_rejected', message, tried, error)
  }
  if (status === 403) {
    const message =
      'The cluster does not allow requests from here. Check its IP allowlist, and whether the client has the scope of the ' +
      'Orchestration Cluster API (Zeebe)'
    return new ClusterError('not_allowed', message, tried, error)
  }
  if (status !== undefined && status >= 502 && status <= 504) {
    const message =
      'The cluster does not respond: it is suspended, starting or updating. Resume it in Console, or try again later'
    return new ClusterError('not_running', message, tried, error)
  }
  return error
}
