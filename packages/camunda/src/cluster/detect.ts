import { RestError, type TransportOptions } from '@x/rest'
import { otherHost, suspect } from './address.ts'
import { type Attempt, ClusterError } from './cluster-error.ts'
import { askVersion } from './probe.ts'
import { firstWithReads, oldest, readVersion, type Version } from './version.ts'

/** What a cluster serves, and where. It remains the same object until that changes. */
export interface Server {
  /** The API for queries: the Orchestration Cluster API v2, or Operate v1 and Tasklist v1. */
  readonly reads: 'v2' | 'v1'
  /** Undefined for clusters before 8.5, which do not report their version. */
  readonly version: Version | undefined
  /** Address of the Orchestration Cluster API; undefined if unknown. */
  readonly restUrl: string | undefined
  /** The requests of the detection. */
  readonly tried: readonly Attempt[]
}

/** Input of the detection. */
export interface DetectionInput {
  readonly restUrl: string | undefined
  readonly operateUrl: string | undefined
  readonly transport: Omit<TransportOptions, 'api' | 'baseUrl'>
}

/**
 * Finds out what a cluster serves, with at most two requests.
 *
 * The first goes to the configured address. If there is no Orchestration Cluster API, the second goes to the other host
 * of SaaS, because clusters move from one to the other between 8.8 and 8.10, or outside SaaS to the path of 8.5. If
 * neither returns a version, the cluster is older, and the first query shows whether Operate v1 exists.
 *
 * @throws `ClusterError` if there is no such cluster, or it cannot be used
 */
export async function detect({ restUrl, operateUrl, transport }: DetectionInput): Promise<Server> {
  const tried: Attempt[] = []
  if (restUrl !== undefined) {
    const version = await askVersion(transport, restUrl, '/v2/topology', tried)
    if (version) return serverOf(version, restUrl, tried)
    const other = otherHost(restUrl)
    // Without a response, it is unknown what is served there: the same request is sent again.
    const path = other || !hasResponse(tried) ? '/v2/topology' : '/v1/topology'
    const later = await askVersion(transport, other ?? restUrl, path, tried)
    if (later) return serverOf(later, other ?? restUrl, tried)
  }
  // Hosts that do not respond mean a wrong address; the host of an older cluster responds, but without this API.
  if (operateUrl !== undefined && (restUrl === undefined || hasResponse(tried)))
    return { reads: 'v1', version: undefined, restUrl, tried }
  throw notFound(restUrl, tried)
}

/** True if there was a response: outcomes of responses begin with their status. */
function hasResponse(tried: readonly Attempt[]): boolean {
  return tried.some(({ outcome }) => /^\d/.test(outcome))
}

/** Returns what a cluster of a version serves, for callers that know the version. */
export function serverOf(version: Version, restUrl: string | undefined, tried: readonly Attempt[] = []): Server {
  if (version.minor < oldest) {
    const message = `This cluster runs Camunda ${version.text}, but the oldest supported version is 8.${oldest}. Update it`
    throw new ClusterError('too_old', message, tried)
  }
  return { reads: version.minor >= firstWithReads ? 'v2' : 'v1', version, restUrl, tried }
}

/** Reads the option `version`. */
export function readGivenVersion(text: string): Version {
  const version = readVersion(text)
  if (!version) throw new RestError('config_invalid', '`version` must be a version of Camunda 8, such as 8.9')
  return version
}

/** The error for addresses at which no cluster responds. */
export function notFound(restUrl: string | undefined, tried: readonly Attempt[], cause?: unknown): ClusterError {
  const advice =
    (restUrl && suspect(restUrl)) ??
    'Compare the address with that of the cluster, which Console shows on SaaS. The cluster may also be stopped, deleted, or ' +
      `older than 8.${oldest}`
  return new ClusterError('not_found', `No Camunda cluster responds here. ${advice}`, tried, cause)
}
