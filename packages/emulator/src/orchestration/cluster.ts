import { EngineError } from '@x/engine'
import type { Operation } from '@x/rest/shapes'
import type { RunningClock } from '../clock.ts'
import type { RunningCluster } from '../engine/running-cluster.ts'
import type { Waiting } from '../engine/waiting.ts'
import { Problem } from '../problem.ts'
import { createRandom, seedOf } from '../random.ts'
import { empty, json } from '../responses.ts'
import type { RealApi } from '../sampled/real.ts'
import type { Users } from '../session/users.ts'
import { createAuditLog } from './audit/audit-log.ts'
import { createAuthorization } from './authorization/authorize.ts'
import { allPermissions } from './authorization/permissions.ts'
import { createBatches } from './batch/batches.ts'
import { clusterVariableOperations } from './cluster-variables.ts'
import { commandName } from './command-names.ts'
import { createDocuments } from './documents/document-operations.ts'
import { createDrains } from './drains.ts'
import { engineOperations } from './engine-operations.ts'
import { globalTaskListenerOperations } from './global-task-listeners.ts'
import { type Call, type Handlers, Reply } from './handler.ts'
import { authorizationOperations } from './identity/authorization-operations.ts'
import { entityOperations } from './identity/entity-operations.ts'
import { createIdentity } from './identity/identity.ts'
import { meOperations } from './identity/me-operations.ts'
import { membershipOperations } from './identity/membership-operations.ts'
import { userOperations } from './identity/user-operations.ts'
import { present } from './present.ts'
import { Rejection, rejectionProblem } from './problems.ts'

export interface ClusterParts {
  readonly clock: RunningClock
  readonly waiting: Waiting
  readonly clusterId: string
  readonly seed: number
  readonly running: RunningCluster
  /** Whether it has secondary storage, so that reads find anything. */
  readonly hasStorage: boolean
  /** The users of the cluster; undefined if an identity provider manages them. */
  readonly users: Users | undefined
  /** Clients that have all permissions from the beginning. */
  readonly administrators: readonly string[]
  /** Whether authorizations are enforced. */
  readonly authorizations: boolean
  readonly operations: readonly Operation[]
  /** Address of the API. */
  readonly address: string
}

const NO_STORAGE =
  'This endpoint requires a secondary storage, but none is set. Set camunda.data.secondary-storage.type to have one.'

/** The first key of a partition that no engine uses. */
const FIRST_KEY = 9n * 2n ** 51n

/** The state of one cluster, and the operations on it. */
export function createOrchestrationCluster(parts: ClusterParts): RealApi {
  const { clock, waiting, clusterId, seed, running, hasStorage, users, address } = parts
  const { lag } = running
  let last = FIRST_KEY
  const nextKey = (): string => {
    last += 1n
    return String(last)
  }
  const identity = createIdentity(lag, nextKey, {
    usernames: users?.usernames,
    clientIds: parts.administrators,
    permissions: allPermissions(parts.operations),
  })
  const authorize = parts.authorizations ? createAuthorization(identity, running.engine) : undefined
  const documents = createDocuments({ clock, random: createRandom(seedOf(`${seed} ${clusterId}`)), address })
  const now = running.clock.now
  const isUser = (name: string): boolean => identity.entities.users.has(name)
  const audit = createAuditLog({ engine: running.engine, lag, nextKey, now, isUser })
  const stored: Handlers = {
    ...audit.operations,
    ...entityOperations(identity),
    ...membershipOperations(identity),
    ...authorizationOperations(identity),
    ...meOperations(identity, parts.authorizations),
    ...userOperations(identity, users),
    ...clusterVariableOperations(running.engine, lag, nextKey, identity),
    ...globalTaskListenerOperations(running.engine, lag, nextKey),
    ...documents.operations,
  }
  const batches = createBatches({
    lag,
    nextKey,
    now,
    isUser,
  })
  const drains = createDrains(running.engine)
  const simulated = engineOperations(running, clock, waiting, batches, drains)
  // The initial data is visible immediately.
  void lag.settle(Number.POSITIVE_INFINITY)

  return {
    respond: async ({ params, query = {}, ...request }) => {
      const call = { ...request, params: params as Call['params'], query: query as Call['query'] } as Call
      const { id, eventuallyConsistent } = call.operation
      if (eventuallyConsistent && !hasStorage) throw new Problem(403, NO_STORAGE)
      const runs = id in simulated
      const handler = runs ? simulated[id] : stored[id]
      if (handler) {
        await running.settle()
        drains.finish()
      }
      const handle = async (): Promise<unknown> => {
        const allowed = authorize?.(call) ?? call
        if (handler) {
          const done = await handler(allowed)
          if (!eventuallyConsistent) audit.note(call, done instanceof Reply ? done.body : done)
          return done
        }
        // Samples have no owner, so reading them requires permission to read everything.
        if (allowed.isReadable) throw new Problem(403, 'Unauthorized to read everything', 'FORBIDDEN')
        return undefined
      }
      const result = await withProblems(id, handle)
      if (!handler) return undefined
      const response = responseOf(call, result)
      return runs ? { response } : { response, tier: 'stored' }
    },
    openLink: documents.openLink,
  }
}

/** Runs a command or a read. Errors get the titles of the real server. */
async function withProblems(operationId: string, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    const reason = error instanceof EngineError ? error.code : error instanceof Rejection && error.reason
    throw reason ? rejectionProblem(commandName(operationId), reason, (error as Error).message) : error
  }
}

function responseOf({ operation: { response, returns }, minor }: Call, result: unknown): Response {
  if (result instanceof Response) return result
  if (returns === 'none') return empty(204)
  const { status, body } = result instanceof Reply ? result : new Reply(200, result)
  return json(status, response ? present(response.shape, body, minor) : body)
}
