export type { Clock } from './clock.ts'
export type { ActivatedJob, ActivateJobsInput } from './commands/activate-jobs.ts'
export type {
  ActivateAdHocActivitiesInput,
  AdHocActivation,
  AdHocSubProcessResult,
} from './commands/ad-hoc-activities.ts'
export type { AssignUserTaskInput, UnassignUserTaskInput } from './commands/assign-user-task.ts'
export type { BroadcastSignal, BroadcastSignalInput, SignalReceiver } from './commands/broadcast-signal.ts'
export type { CompleteJobInput } from './commands/complete-job.ts'
export type { CompleteUserTaskInput } from './commands/complete-user-task.ts'
export type {
  CreatedInstance,
  CreateInstanceInput,
  RuntimeInstruction,
  StartInstruction,
} from './commands/create-instance.ts'
export type { EvaluateConditionalsInput, EvaluatedConditionals } from './commands/evaluate-conditionals.ts'
export type { DecisionResult, DecisionResultItem, EvaluateDecisionInput } from './commands/evaluate-decision.ts'
export type { EvaluatedExpression, EvaluateExpressionInput } from './commands/evaluate-expression.ts'
export type { FailJobInput } from './commands/fail-job.ts'
export type {
  CorrelatedMessageResult,
  CorrelateMessageInput,
  PublishedMessage,
  PublishMessageInput,
} from './commands/publish-message.ts'
export type { UserTaskChangeset, UserTaskCorrections } from './commands/read-user-task-attributes.ts'
export type { ClusterVariableInput } from './commands/set-cluster-variables.ts'
export type { GlobalTaskListenerInput } from './commands/set-global-task-listeners.ts'
export type { SetVariablesInput } from './commands/set-variables.ts'
export type { TaskListenerResult } from './commands/task-listener-result.ts'
export type { ThrowErrorInput } from './commands/throw-error.ts'
export type { UpdateJobInput } from './commands/update-job.ts'
export type { UpdateUserTaskInput } from './commands/update-user-task.ts'
export type { UserTaskChange } from './commands/user-task-change.ts'
export type { UserTaskProperties } from './commands/user-task-properties.ts'
export { createEngine } from './create-engine.ts'
export type {
  DeployedDecision,
  DeployedDecisionRequirements,
  DeployedForm,
  DeployedGenericResource,
  DeployedProcess,
  DeployedResource,
  Deployment,
  DeploymentItem,
  DeployOptions,
} from './deploy/deployment.ts'
export type { Engine } from './engine.ts'
export { DeploymentError, type DeploymentProblem, EngineError, type EngineErrorCode } from './errors.ts'
export type { Collection, InstanceCollection } from './history/collection.ts'
export type { CorrelatedMessageRecord, CorrelatedMessages } from './history/correlated-messages.ts'
export type { DecisionDefinitionRecord, DecisionRequirementsRecord } from './history/decision-definitions.ts'
export type { DecisionInstanceRecord } from './history/decision-instances.ts'
export type { FormRecord, ResourceRecord } from './history/deployed-files.ts'
export type { ElementInstanceRecord } from './history/element-instances.ts'
export type { History } from './history/history.ts'
export type { IncidentRecord } from './history/incidents.ts'
export type { JobRecord } from './history/jobs.ts'
export type { MessageSubscriptionRecord } from './history/message-subscriptions.ts'
export type { ProcessDefinitionRecord } from './history/process-definitions.ts'
export type { ProcessInstanceRecord } from './history/process-instances.ts'
export type { SequenceFlowRecord, SequenceFlows } from './history/sequence-flows.ts'
export type { UserTaskRecord } from './history/user-tasks.ts'
export type { VariableRecord } from './history/variables.ts'
export type { WaitStateDetails, WaitStateRecord, WaitStates } from './history/wait-states.ts'
export type { MappingInstruction, MigrateInstanceInput } from './migrate/migration.ts'
export type { ElementType } from './model/process-model.ts'
export type {
  ActivateInstruction,
  ModifyInstanceInput,
  MoveInstruction,
  MoveScope,
  MoveSource,
  TerminateInstruction,
  VariableInstruction,
} from './modify/instructions.ts'
export type { EngineEvent, EngineOptions } from './options.ts'
export type { IncidentErrorType } from './state/incident.ts'
export type { JobKind, JobState, ListenerEventType } from './state/job.ts'
export type { MessageSubscriptionState } from './state/message-subscription.ts'
export type { TransitionOutcome, UserTaskState } from './state/user-task.ts'
