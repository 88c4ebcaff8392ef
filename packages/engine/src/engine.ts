import type { ActivatedJob, ActivateJobsInput } from './commands/activate-jobs.ts'
import type { ActivateAdHocActivitiesInput } from './commands/ad-hoc-activities.ts'
import type { AssignUserTaskInput, UnassignUserTaskInput } from './commands/assign-user-task.ts'
import type { BroadcastSignal, BroadcastSignalInput, SignalReceiver } from './commands/broadcast-signal.ts'
import type { CompleteJobInput } from './commands/complete-job.ts'
import type { CompleteUserTaskInput } from './commands/complete-user-task.ts'
import type { CreatedInstance, CreateInstanceInput } from './commands/create-instance.ts'
import type { EvaluateConditionalsInput, EvaluatedConditionals } from './commands/evaluate-conditionals.ts'
import type { DecisionResult, EvaluateDecisionInput } from './commands/evaluate-decision.ts'
import type { EvaluatedExpression, EvaluateExpressionInput } from './commands/evaluate-expression.ts'
import type { FailJobInput } from './commands/fail-job.ts'
import type {
  CorrelatedMessageResult,
  CorrelateMessageInput,
  PublishedMessage,
  PublishMessageInput,
} from './commands/publish-message.ts'
import type { ClusterVariableInput } from './commands/set-cluster-variables.ts'
import type { GlobalTaskListenerInput } from './commands/set-global-task-listeners.ts'
import type { SetVariablesInput } from './commands/set-variables.ts'
import type { ThrowErrorInput } from './commands/throw-error.ts'
import type { UpdateJobInput } from './commands/update-job.ts'
import type { UpdateUserTaskInput } from './commands/update-user-task.ts'
import type { UserTaskChange } from './commands/user-task-change.ts'
import type { DeployedResource, Deployment, DeployOptions } from './deploy/deployment.ts'
import type { History } from './history/history.ts'
import type { MigrateInstanceInput } from './migrate/migration.ts'
import type { ModifyInstanceInput } from './modify/instructions.ts'

/**
 * An in-memory process engine with the semantics of Camunda 8. A command either throws an `EngineError` and changes
 * nothing, or runs until every token is waiting. Keys are strings, as in Camunda's API.
 */
export interface Engine extends History {
  /**
   * Deploys files, all or none: processes (`.bpmn`), decisions (`.dmn`), forms (`.form`) and others, which are only
   * stored. If all of them are already deployed with the same names and contents, they keep their versions.
   *
   * @throws `DeploymentError` with all problems of all files
   * @example
   * await engine.deploy([{ name: 'order.bpmn', content: xml }])
   */
  deploy(resources: readonly DeployedResource[], options?: DeployOptions): Promise<Deployment>

  /**
   * Deletes a deployed process, DMN file, form or other file by its key. It can no longer be started or found, and the
   * previous version becomes the latest. Running process instances continue, and the history stays.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no such resource, or it was deleted
   */
  deleteResource(resourceKey: string): void

  /**
   * Starts an instance of a process at its none start event.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no such process; `INVALID_STATE` if only events start it
   * @example
   * const { processInstanceKey } = engine.createInstance({ processDefinitionId: 'order', variables: { amount: 99 } })
   */
  createInstance(input: CreateInstanceInput): CreatedInstance

  /**
   * Cancels a process instance. @throws `EngineError` `NOT_FOUND` if it is not running; `INVALID_STATE` if a call
   * activity started it
   */
  cancelInstance(processInstanceKey: string): void

  /**
   * Assigns a business id to a process instance that has none. Everything that it creates afterwards has the id, too.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not running; `INVALID_STATE` if it has another id, or a call activity
   * started it
   */
  assignBusinessId(processInstanceKey: string, businessId: string): void

  /**
   * Activates, moves and terminates elements of a process instance, all or nothing. Missing enclosing scopes are
   * created, and scopes that become empty end, up to the process instance.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not running; `INVALID_ARGUMENT` if an instruction cannot be executed
   * @example
   * engine.modifyInstance(processInstanceKey, {
   *   moveInstructions: [{ sourceElementInstruction: { sourceElementId: 'pay' }, targetElementId: 'ship' }],
   * })
   */
  modifyInstance(processInstanceKey: string, input: ModifyInstanceInput): void

  /**
   * Migrates a process instance to another version of its process, or to another process. Active elements continue as the
   * elements that they are mapped to, and mapped events keep waiting. Ended elements keep their definition.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not running or there is no such definition; `INVALID_ARGUMENT` if a
   * mapping names an unknown element; `INVALID_STATE` if an active element has no mapping, or cannot be migrated to its
   * target
   * @example
   * engine.migrateInstance(processInstanceKey, {
   *   targetProcessDefinitionKey,
   *   mappingInstructions: [{ sourceElementId: 'pay', targetElementId: 'pay-by-card' }],
   * })
   */
  migrateInstance(processInstanceKey: string, input: MigrateInstanceInput): void

  /**
   * Suspends a process instance: its jobs cannot be activated, messages and signals do not reach it, and due timers
   * wait until it is resumed. Process instances that it called continue.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not running; `INVALID_STATE` if it is already suspended, or a call
   * activity started it
   */
  suspendInstance(processInstanceKey: string): void

  /**
   * Resumes a suspended process instance. Timers that became due in the meantime fire immediately.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not running; `INVALID_STATE` if it is not suspended, or a call activity
   * started it
   */
  resumeInstance(processInstanceKey: string): void

  /**
   * Activates jobs for a worker, by priority and then by age, and reserves them for `timeout` milliseconds. Returns the
   * activated jobs.
   */
  activateJobs(input: ActivateJobsInput): ActivatedJob[]

  /** Completes a job. @throws `EngineError` `NOT_FOUND` if it has ended; `INVALID_STATE` if it cannot be completed */
  completeJob(jobKey: string, input?: CompleteJobInput): void

  /**
   * Activates activities of an ad-hoc sub-process, by the key of its element instance.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no such sub-process or activity; `INVALID_STATE` if it is not active
   */
  activateAdHocActivities(adHocSubProcessInstanceKey: string, input: ActivateAdHocActivitiesInput): void

  /** Fails a job: it is retried after its backoff, or raises an incident if it has no retries left. */
  failJob(jobKey: string, input?: FailJobInput): void

  /** Throws a BPMN error at the element of a job. If no event catches it, an incident is raised. */
  throwError(jobKey: string, input: ThrowErrorInput): void

  /** Changes the retries, the remaining time or the priority of a job. */
  updateJob(jobKey: string, input: UpdateJobInput): void

  /**
   * Resolves an incident and retries the step that failed.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not active; `INVALID_STATE` if its job has no retries left
   */
  resolveIncident(incidentKey: string): void

  /**
   * Sets variables of a running element instance or process instance. On a user task this is an update that its task
   * listeners can deny; in this case, the result contains the outcome.
   *
   * @throws `EngineError` `NOT_FOUND` if it is not running; `INVALID_STATE` if it is a user task that is being changed
   */
  setVariables(elementInstanceKey: string, input: SetVariablesInput): UserTaskChange | undefined

  /**
   * Assigns a user task. If it has task listeners for assigning, they decide, and the outcome is `PENDING` until their jobs
   * are completed.
   *
   * @throws `EngineError` `NOT_FOUND` if it has ended or does not exist; `INVALID_STATE` if it is being changed, or is
   * assigned to another user and `allowOverride` is false
   * @example
   * const [task] = engine.userTasks
   * engine.assignUserTask(task.userTaskKey, { assignee: 'jane', allowOverride: false })
   */
  assignUserTask(userTaskKey: string, input: AssignUserTaskInput): UserTaskChange

  /** Removes the assignee of a user task. Returns and throws as `assignUserTask` does. */
  unassignUserTask(userTaskKey: string, input?: UnassignUserTaskInput): UserTaskChange

  /**
   * Replaces the task listeners that are called for the user tasks of all processes. Pending changes keep the listeners
   * that were set when they started.
   *
   * @example
   * engine.setGlobalTaskListeners([{ type: 'audit', eventTypes: ['completing'], afterNonGlobal: true }])
   */
  setGlobalTaskListeners(listeners: readonly GlobalTaskListenerInput[]): void

  /**
   * Replaces the cluster variables. Expressions see the global ones as `camunda.vars.cluster`, those of the tenant as
   * `camunda.vars.tenant`, and both as `camunda.vars.env`, where the tenant's variables take precedence.
   *
   * @example
   * engine.setClusterVariables([{ name: 'limit', value: 100 }])
   * engine.evaluateExpression({ expression: '= camunda.vars.env.limit * 2' }) // 200
   */
  setClusterVariables(variables: readonly ClusterVariableInput[]): void

  /** Changes the candidates, the dates or the priority of a user task. Returns and throws as `assignUserTask` does. */
  updateUserTask(userTaskKey: string, input: UpdateUserTaskInput): UserTaskChange

  /**
   * Completes a user task, and the process continues. Returns and throws as `assignUserTask` does.
   *
   * @example
   * engine.completeUserTask(userTaskKey, { variables: { approved: true } })
   */
  completeUserTask(userTaskKey: string, input?: CompleteUserTaskInput): UserTaskChange

  /**
   * Starts every process that has a conditional start event whose condition is true for these variables.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no process definition with this key
   */
  evaluateConditionals(input: EvaluateConditionalsInput): EvaluatedConditionals

  /**
   * Evaluates a decision and the decisions that it requires. If the evaluation fails, the result describes the failure.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no such decision
   * @example
   * const { output } = engine.evaluateDecision({ decisionDefinitionId: 'discount', variables: { amount: 99 } })
   */
  evaluateDecision(input: EvaluateDecisionInput): DecisionResult

  /**
   * Evaluates an expression with these variables and, optionally, those that a process or element instance sees.
   *
   * @throws `EngineError` `INVALID_ARGUMENT` if it cannot be parsed, or if an `assert()` in it fails
   * @example
   * const { result } = engine.evaluateExpression({ expression: '= price * 1.19', variables: { price: 100 } })
   */
  evaluateExpression(input: EvaluateExpressionInput): EvaluatedExpression

  /**
   * Deletes ended process instances with their entire history, all or none. Process instances that they called stay.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no such process instance; `INVALID_STATE` if one has not ended
   */
  deleteInstances(processInstanceKeys: readonly string[]): void

  /**
   * Deletes decision evaluations, all or none, each with all decisions that were evaluated for it.
   *
   * @throws `EngineError` `NOT_FOUND` if there is no such evaluation
   */
  deleteDecisionInstances(decisionEvaluationKeys: readonly string[]): void

  /**
   * Publishes a message. Each process receives it at most once. With a `timeToLive` it is buffered for later subscriptions.
   *
   * @throws `EngineError` `ALREADY_EXISTS` if a message with the same `messageId` is still waiting
   */
  publishMessage(input: PublishMessageInput): PublishedMessage

  /**
   * Correlates a message with a process instance that waits for it now, and returns that process instance.
   *
   * @throws `EngineError` `NOT_FOUND` if no process instance waits for it
   */
  correlateMessage(input: CorrelateMessageInput): CorrelatedMessageResult

  /**
   * Broadcasts a signal: every event that waits for it is triggered, and every process with a start event for it
   * starts.
   */
  broadcastSignal(input: BroadcastSignalInput): BroadcastSignal

  /** Returns what a signal would reach now: the events that wait for it, and the processes it would start. */
  signalReceivers(signalName: string, tenantId?: string): readonly SignalReceiver[]

  /** Returns the engine's time in milliseconds since 1970. */
  now(): number

  /** Advances the time. Timers, timeouts and backoffs that become due run in order, each at its own time. */
  advance(ms: number): void

  /** Runs everything that is due by the engine's clock. Every command does so first. */
  runUntilIdle(): void

  /**
   * Returns when the next timer, timeout or backoff is due, in milliseconds since 1970, or undefined if nothing is
   * scheduled.
   */
  nextDueTime(): number | undefined

  /** Returns a number that grows with every change. If it is the same as before, what you read before is still current. */
  revision(): number
}
