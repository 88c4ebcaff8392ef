import type { OAuth } from '@x/auth'
import type { OperateClient } from '@x/operate'
import type { OptimizeClient } from '@x/optimize'
import type { OrchestrationClient } from '@x/orchestration'
import type { Authenticator } from '@x/rest'
import type { TasklistClient } from '@x/tasklist'
import { createClusterClients } from './clients/cluster-clients.ts'
import { createLinkedClient, createWholeClient } from './clients/linked-client.ts'
import { type SharedOptions, sharedOptions } from './clients/shared-options.ts'
import { completeAddresses } from './cluster/address.ts'
import { detect, readGivenVersion, type Server, serverOf } from './cluster/detect.ts'
import { createDetection, type Detection, fixedDetection } from './cluster/detection.ts'
import { createLink } from './cluster/link.ts'
import { authenticatorOf, checkCluster } from './credentials.ts'
import type { ClusterConnection, ClusterOptions } from './options.ts'
import { createDecisionDefinitions, type DecisionDefinitions } from './resources/decision-definitions.ts'
import { createDecisionInstances, type DecisionInstances } from './resources/decision-instances.ts'
import { createDecisionRequirements, type DecisionRequirementsResource } from './resources/decision-requirements.ts'
import { createElementInstances, type ElementInstances } from './resources/element-instances.ts'
import { createIncidents, type Incidents } from './resources/incidents.ts'
import { createProcessDefinitions, type ProcessDefinitions } from './resources/process-definitions.ts'
import { createProcessInstances, type ProcessInstances } from './resources/process-instances.ts'
import { createUserTasks, type UserTasks } from './resources/user-tasks.ts'
import { createVariables, type Variables } from './resources/variables.ts'
import { createWork, type Work } from './work.ts'

/**
 * A cluster, whatever its version. The nine resources have one interface for all versions; the clients are those of
 * single APIs. Only what you use is loaded.
 */
export interface ConnectedCluster<Auth extends Authenticator = OAuth> {
  readonly auth: Auth
  /**
   * Returns the version of the cluster, such as `8.9.3`; undefined for clusters before 8.5, which do not report it. It
   * is requested once, with the first call of any kind.
   *
   * @throws `ClusterError` if there is no such cluster, or it cannot be used
   */
  version(): Promise<string | undefined>
  /** The Orchestration Cluster API v2, for commands and everything else. */
  readonly orchestration: OrchestrationClient
  /** Operate v1, up to 8.9. */
  readonly operate: OperateClient
  /** Tasklist v1, up to 8.9. */
  readonly tasklist: TasklistClient
  /** Optimize. */
  readonly optimize: OptimizeClient
  readonly work: Work
  readonly processInstances: ProcessInstances
  readonly processDefinitions: ProcessDefinitions
  readonly elementInstances: ElementInstances
  readonly incidents: Incidents
  readonly variables: Variables
  readonly userTasks: UserTasks
  readonly decisionDefinitions: DecisionDefinitions
  readonly decisionRequirements: DecisionRequirementsResource
  readonly decisionInstances: DecisionInstances
}

/**
 * Connects to a cluster of any version from 8.2 on. Nothing is sent until you call something; the first call detects,
 * with one or two requests, what the cluster serves and where. The result is shared by everything in the process that
 * uses the same address, and detected again when an endpoint or a host is gone, so a running program survives the
 * update of its cluster.
 *
 * @throws `ClusterError` with reason `wrong_credentials` for the credentials of an organization, or without any address;
 * `AuthError` or `RestError` with code `config_invalid` that names what is missing or malformed
 * @example
 * ```ts
 * import { connectCluster } from '@x/camunda'
 * import { readClusterCredentials } from '@x/env'
 *
 * const camunda = connectCluster(readClusterCredentials())
 * for await (const { processInstanceKey } of camunda.processInstances.searchAll({ filter: { hasIncident: true } })) {
 *   console.log(processInstanceKey)
 * }
 * ```
 */
export function connectCluster<Auth extends Authenticator = OAuth>(
  credentials: ClusterConnection,
  options: ClusterOptions<Auth> = {},
): ConnectedCluster<Auth> {
  checkCluster(credentials)
  const connection = completeAddresses(credentials)
  const auth = authenticatorOf(connection, options)
  const shared = sharedOptions(auth, options)
  const link = createLink(createClusterDetection(connection, shared, options))
  const clients = createClusterClients(connection, shared, options)
  const orchestration = createLinkedClient<OrchestrationClient>(link, clients.orchestration)
  const operate = createLinkedClient<OperateClient>(link, async (server, name) => (await clients.operate(server))[name])
  const api = { link, clients }
  const proven = new WeakSet<Server>()
  return {
    auth,
    async version() {
      const server = await link.server()
      // A cluster that does not report its version must prove once that it exists.
      if (!server.version && !proven.has(server)) {
        await operate.processDefinitions.search({ size: 1 })
        proven.add(server)
      }
      return server.version?.text
    },
    orchestration,
    operate,
    tasklist: createLinkedClient<TasklistClient>(link, async (server, name) => (await clients.tasklist(server))[name]),
    optimize: createWholeClient<OptimizeClient>(clients.optimize),
    work: createWork(link, orchestration),
    processInstances: createProcessInstances(api),
    processDefinitions: createProcessDefinitions(api),
    elementInstances: createElementInstances(api),
    incidents: createIncidents(api),
    variables: createVariables(api),
    userTasks: createUserTasks(api),
    decisionDefinitions: createDecisionDefinitions(api),
    decisionRequirements: createDecisionRequirements(api),
    decisionInstances: createDecisionInstances(api),
  }
}

function createClusterDetection(
  { restUrl, operateUrl, audience }: ClusterConnection,
  shared: SharedOptions,
  { version, fetch, now = Date.now }: ClusterOptions<Authenticator>,
): Detection {
  if (version !== undefined) return fixedDetection(serverOf(readGivenVersion(version), restUrl))
  const transport = { ...shared, audience: audience === '' ? undefined : (audience ?? 'zeebe.camunda.io') }
  const find = (): Promise<Server> => detect({ restUrl, operateUrl, transport })
  return createDetection(fetch ?? globalThis.fetch, restUrl ?? operateUrl ?? '', find, now)
}
