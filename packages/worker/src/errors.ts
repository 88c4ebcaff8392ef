/** An option of the worker is missing or malformed. The message names it, never its value. */
export class WorkerConfigError extends TypeError {
  override name = 'WorkerConfigError' // a literal: minifiers rename `constructor.name`
  readonly code: 'config_invalid' = 'config_invalid'
}

/** The result of a handler cannot complete its job. The message is that of the failed job. */
export class HandlerResultError extends TypeError {
  override name = 'HandlerResultError'
}

/** The variables of a job do not match the schema. The message is that of the failed job, without values. */
export class JobVariablesError extends TypeError {
  override name = 'JobVariablesError'
}
