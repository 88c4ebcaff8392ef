import { EngineClock } from './clock.ts'
import { activateJobs } from './commands/activate-jobs.ts'
import { activateAdHocActivities } from './commands/ad-hoc-activities.ts'
import { assignBusinessId } from './commands/assign-business-id.ts'
import { assignUserTask, unassignUserTask } from './commands/assign-user-task.ts'
import { broadcastSignal, signalReceivers } from './commands/broadcast-signal.ts'
import { cancelInstance } from './commands/cancel-instance.ts'
import { completeJob } from './commands/complete-job.ts'
import { completeUserTask } from './commands/complete-user-task.ts'
import { createInstance } from './commands/create-instance.ts'
import { deleteDecisionInstances, deleteInstances } from './commands/delete-history.ts'
import { deleteResource } from './commands/delete-resource.ts'
import { deploy, readResources } from './commands/deploy.ts'
import { evaluateConditionals } from './commands/evaluate-conditionals.ts'
import { evaluateDecision } from './commands/evaluate-decision.ts'
import { evaluateExpression } from './commands/evaluate-expression.ts'
import { failJob } from './commands/fail-job.ts'
import { requireInteger } from './commands/find.ts'
import { migrateInstance } from './commands/migrate-instance.ts'
import { modifyInstance } from './commands/modify-instance.ts'
import { correlateMessage, publishMessage } from './commands/publish-message.ts'
import { resolveIncident } from './commands/resolve-incident.ts'
import { setClusterVariables } from './commands/set-cluster-variables.ts'
import { setGlobalTaskListeners } from './commands/set-global-task-listeners.ts'
import { setVariables } from './commands/set-variables.ts'
import { resumeInstance, suspendInstance } from './commands/suspend-instance.ts'
import { throwError } from './commands/throw-error.ts'
import { updateJob } from './commands/update-job.ts'
import { updateUserTask } from './commands/update-user-task.ts'
import { elementKinds } from './elements/registry.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { eventKinds } from './events/registry.ts'
import { createHistory } from './history/history.ts'
import { MOST_PARTITIONS } from './keys.ts'
import type { EngineOptions } from './options.ts'
import { createRandom } from './random.ts'
import { Runtime } from './run/runtime.ts'

/**
 * Creates an engine with nothing deployed.
 *
 * @example
 * const engine = createEngine()
 * await engine.deploy([{ name: 'order.bpmn', content: xml }])
 * engine.createInstance({ processDefinitionId: 'order' })
 * for (const job of engine.activateJobs({ type: 'charge-card', timeout: 60_000, maxJobsToActivate: 10 })) {
 *   engine.completeJob(job.jobKey, { variables: { paid: true } })
 * }
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const { seed = 1, partitions = 1, maxActivations = 100_000, onEvent } = options
  requireInteger('maxActivations', maxActivations, 1)
  requireInteger('partitions', partitions, 1)
  if (partitions > MOST_PARTITIONS) {
    throw new EngineError('INVALID_ARGUMENT', `\`partitions\` must be at most ${MOST_PARTITIONS}.`)
  }
  const clock = new EngineClock(options.clock)
  const random = createRandom(seed)
  const runtime = new Runtime({ clock, random, partitions, maxActivations, elementKinds, eventKinds, onEvent })

  const run = <T>(command: () => T): T => runtime.run(command)
  return {
    ...createHistory(runtime.store),
    async deploy(resources, deployOptions = {}) {
      const read = await readResources(runtime, resources)
      return run(() => deploy(runtime, read, deployOptions))
    },
    deleteResource: (key) => run(() => deleteResource(runtime, key)),
    createInstance: (input) => run(() => createInstance(runtime, input)),
    cancelInstance: (key) => run(() => cancelInstance(runtime, key)),
    assignBusinessId: (key, businessId) => run(() => assignBusinessId(runtime, key, businessId)),
    migrateInstance: (key, input) => run(() => migrateInstance(runtime, key, input)),
    modifyInstance: (key, input) => run(() => modifyInstance(runtime, key, input)),
    suspendInstance: (key) => run(() => suspendInstance(runtime, key)),
    resumeInstance: (key) => run(() => resumeInstance(runtime, key)),
    activateJobs: (input) => run(() => activateJobs(runtime, input)),
    completeJob: (key, input = {}) => run(() => completeJob(runtime, key, input)),
    activateAdHocActivities: (key, input) => run(() => activateAdHocActivities(runtime, key, input)),
    failJob: (key, input = {}) => run(() => failJob(runtime, key, input)),
    throwError: (key, input) => run(() => throwError(runtime, key, input)),
    updateJob: (key, input) => run(() => updateJob(runtime, key, input)),
    resolveIncident: (key) => run(() => resolveIncident(runtime, key)),
    setVariables: (key, input) => run(() => setVariables(runtime, key, input)),
    assignUserTask: (key, input) => run(() => assignUserTask(runtime, key, input)),
    unassignUserTask: (key, input = {}) => run(() => unassignUserTask(runtime, key, input)),
    setGlobalTaskListeners: (listeners) => run(() => setGlobalTaskListeners(runtime, listeners)),
    setClusterVariables: (variables) => run(() => setClusterVariables(runtime, variables)),
    updateUserTask: (key, input) => run(() => updateUserTask(runtime, key, input)),
    completeUserTask: (key, input = {}) => run(() => completeUserTask(runtime, key, input)),
    evaluateConditionals: (input) => run(() => evaluateConditionals(runtime, input)),
    evaluateDecision: (input) => run(() => evaluateDecision(runtime, input)),
    evaluateExpression: (input) => run(() => evaluateExpression(runtime, input)),
    deleteInstances: (keys) => run(() => deleteInstances(runtime, keys)),
    deleteDecisionInstances: (keys) => run(() => deleteDecisionInstances(runtime, keys)),
    publishMessage: (input) => run(() => publishMessage(runtime, input)),
    correlateMessage: (input) => run(() => correlateMessage(runtime, input)),
    broadcastSignal: (input) => run(() => broadcastSignal(runtime, input)),
    signalReceivers: (name, tenantId) => signalReceivers(runtime, name, tenantId),
    now: () => clock.now(),
    advance(ms) {
      requireInteger('ms', ms, 0)
      runtime.advance(ms)
    },
    runUntilIdle: () => runtime.catchUp(),
    nextDueTime: () => runtime.due.nextTime,
    revision: () => runtime.revision,
  }
}
