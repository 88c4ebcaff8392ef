/** A step of one job. */
interface JobStep {
  readonly jobType: string
  readonly jobKey: string
  readonly processInstanceKey: string
}

/** A poll is about to be sent. */
export interface PollEvent {
  readonly type: 'poll'
  readonly jobType: string
  /** Number of jobs it requests. Their slots are reserved until it ends. */
  readonly maxJobs: number
  /** How long the server waits for a job, in milliseconds; -1 if it responds at once. */
  readonly waitMs: number
}

/** A poll has returned. */
export interface PolledEvent {
  readonly type: 'polled'
  readonly jobType: string
  /** Number of jobs it returned. */
  readonly jobs: number
  readonly durationMs: number
}

/** A poll has failed; the next one for this type follows after `delayMs`. */
export interface PollFailedEvent {
  readonly type: 'poll_failed'
  readonly jobType: string
  /** Number of failures in a row. */
  readonly failures: number
  readonly delayMs: number
  /** The error of the client. */
  readonly error: unknown
}

/** The handler of a job is about to be called. */
export interface JobStartedEvent extends JobStep {
  readonly type: 'job_started'
  readonly retries: number
}

/** The server has completed a job. */
export interface JobCompletedEvent extends JobStep {
  readonly type: 'job_completed'
  /** Time since the job arrived, in milliseconds. */
  readonly durationMs: number
}

/** The server has accepted the failure of a job. */
export interface JobFailedEvent extends JobStep {
  readonly type: 'job_failed'
  /** Remaining retries; 0 creates an incident. */
  readonly retries: number
  readonly backoffMs: number
  /** The error of the handler, or of its result. Your own errors may contain values. */
  readonly error: unknown
}

/** The server has accepted the BPMN error of a job. */
export interface JobErrorThrownEvent extends JobStep {
  readonly type: 'job_error_thrown'
  readonly errorCode: string
}

/** The job's timeout has passed while its handler was running: its slot is free, and another worker can get the job. */
export interface JobTimedOutEvent extends JobStep {
  readonly type: 'job_timed_out'
}

/**
 * The job no longer belongs to this worker: it timed out and another worker finished it, or its instance was canceled.
 */
export interface JobGoneEvent extends JobStep {
  readonly type: 'job_gone'
  readonly command: CommandName
  /** 404 or 409. */
  readonly status: number
}

/** A job was handed back because the worker stops. Its retries are unchanged. */
export interface JobHandedBackEvent extends JobStep {
  readonly type: 'job_handed_back'
}

/** A command for a job failed and is retried after `delayMs`. */
export interface CommandRetryEvent extends JobStep {
  readonly type: 'command_retry'
  readonly command: CommandName
  readonly delayMs: number
  readonly error: unknown
}

/**
 * A command for a job failed permanently: the server rejected it, or could not be reached until the job's timeout.
 * After that, another worker gets the job.
 */
export interface CommandFailedEvent extends JobStep {
  readonly type: 'command_failed'
  readonly command: CommandName
  readonly error: unknown
}

/** The worker is stopping: it no longer polls, and `running` jobs have up to `graceMs` to finish. */
export interface StoppingEvent {
  readonly type: 'stopping'
  readonly running: number
  readonly graceMs: number
}

/** The worker has stopped. */
export interface StoppedEvent {
  readonly type: 'stopped'
  /** Number of jobs that could be neither finished nor handed back. They stay reserved until their timeout. */
  readonly lost: number
}

/** Commands that end a job. */
export type CommandName = 'complete' | 'fail' | 'throwError'

/** A step of a worker. Events never contain the value of a variable. */
export type WorkerEvent =
  | PollEvent
  | PolledEvent
  | PollFailedEvent
  | JobStartedEvent
  | JobCompletedEvent
  | JobFailedEvent
  | JobErrorThrownEvent
  | JobTimedOutEvent
  | JobGoneEvent
  | JobHandedBackEvent
  | CommandRetryEvent
  | CommandFailedEvent
  | StoppingEvent
  | StoppedEvent

/** An event of a job, without the members that identify the job. */
export type JobEvent = WorkerEvent extends infer Event
  ? Event extends JobStep
    ? Omit<Event, keyof JobStep>
    : never
  : never

/** Returns a listener that never throws and never rejects. */
export function quietly(onEvent: (event: WorkerEvent) => unknown): (event: WorkerEvent) => void {
  return (event) => {
    try {
      const result = onEvent(event)
      if (result instanceof Promise) result.catch(() => {})
    } catch {
      // A failing listener must not break the worker.
    }
  }
}
