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
  /** How many jobs it requests, which are reserved until it ends. */
  readonly maxJobs: number
  /** How long the server waits for a job, in milliseconds; -1 if it responds at once. */
  readonly waitMs: number
}

/** A poll has returned. */
export interface PolledEvent {
  readonly type: 'polled'
  readonly jobType: string
  /** How many jobs it returned. */
  readonly jobs: number
  readonly durationMs: number
}

/** A poll has failed; the next one for this type follows after `delayMs`. */
export interface PollFailedEvent {
  readonly type: 'poll_failed'
  readonly jobType: string
  /** How often it failed in a row. */
  readonly failures: number
  readonly delayMs: number
  /** What the client threw. */
  readonly error: unknown
}

/** The handler of a job is about to be called. */
export interface JobStartedEvent extends JobStep {
  readonly type: 'job_started'
  readonly retries: number
}

/** The server has taken the completion of a job. */
export interface JobCompletedEvent extends JobStep {
  readonly type: 'job_completed'
  /** Since the job arrived, in milliseconds. */
  readonly durationMs: number
}

/** The server has taken the failure of a job. */
export interface JobFailedEvent extends JobStep {
  readonly type: 'job_failed'
  /** How many it has left; with 0 there is an incident. */
  readonly retries: number
  readonly backoffMs: number
  /** What the handler threw, or what is wrong with its result. Your own errors may contain values. */
  readonly error: unknown
}

/** The server has taken the BPMN error of a job. */
export interface JobErrorThrownEvent extends JobStep {
  readonly type: 'job_error_thrown'
  readonly errorCode: string
}

/** The job's timeout has passed while its handler was running: its place is free, and another worker can have it. */
export interface JobTimedOutEvent extends JobStep {
  readonly type: 'job_timed_out'
}

/** The server no longer has the job for this worker: it timed out and was done by another, or its instance was canceled. */
export interface JobGoneEvent extends JobStep {
  readonly type: 'job_gone'
  readonly command: CommandName
  /** 404 or 409. */
  readonly status: number
}

/** A job was given back because the worker stops; it has as many retries as before. */
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
 * A command for a job failed for good: the server rejected it, or could not be reached until the job's timeout. Another
 * worker gets the job after that.
 */
export interface CommandFailedEvent extends JobStep {
  readonly type: 'command_failed'
  readonly command: CommandName
  readonly error: unknown
}

/** The worker stops: it polls no more, and `running` jobs have up to `graceMs` to finish. */
export interface StoppingEvent {
  readonly type: 'stopping'
  readonly running: number
  readonly graceMs: number
}

/** The worker has stopped. */
export interface StoppedEvent {
  readonly type: 'stopped'
  /** Jobs that could be neither finished nor handed back. They wait for their timeout. */
  readonly lost: number
}

/** The commands that end a job. */
export type CommandName = 'complete' | 'fail' | 'throwError'

/** A step of a worker. There is never a variable's value in it. */
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

/** Keeps what a listener throws, and what its promise rejects with, away from the worker. */
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
