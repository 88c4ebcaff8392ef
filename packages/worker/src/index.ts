export type {
  ActivatedJob,
  ActivateJobs,
  AdHocElement,
  AdHocResult,
  CompleteJob,
  FailJob,
  JobCallOptions,
  JobKind,
  JobsApi,
  ThrowJobError,
  UpdateJob,
  UserTaskCorrections,
  UserTaskProperties,
  UserTaskResult,
} from './api.ts'
export { BpmnError } from './bpmn-error.ts'
export type { Clock } from './clock.ts'
export { HandlerResultError, JobVariablesError, WorkerConfigError } from './errors.ts'
export type {
  CommandFailedEvent,
  CommandName,
  CommandRetryEvent,
  JobCompletedEvent,
  JobErrorThrownEvent,
  JobFailedEvent,
  JobGoneEvent,
  JobHandedBackEvent,
  JobStartedEvent,
  JobTimedOutEvent,
  PollEvent,
  PolledEvent,
  PollFailedEvent,
  StoppedEvent,
  StoppingEvent,
  WorkerEvent,
} from './events.ts'
export type { AdHocSubProcessResult, HandlerResult, UserTaskListenerResult } from './handler-result.ts'
export type { Job, JobHandler } from './job.ts'
export { JobFailure, type JobFailureOptions } from './job-failure.ts'
export type { JobOptions, RunForOptions, RunOptions, VariablesOf, WorkerOptions } from './options.ts'
export type { SchemaIssue, StandardSchema } from './standard-schema.ts'
export type { WorkerStats } from './stats.ts'
export { createWorker, type Worker } from './worker.ts'
