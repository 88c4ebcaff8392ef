/** Options of a {@link JobFailure}. */
export interface JobFailureOptions extends ErrorOptions {
  /** How many attempts remain; 0 creates an incident. @defaultValue one less than before */
  readonly retries?: number | undefined
  /** How long the job cannot be activated, in milliseconds. @defaultValue `0` */
  readonly backoffMs?: number | undefined
  /** Become local variables of the element; left out if JSON cannot represent them. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Throw it in a handler to control how the job fails. Any other error fails it with one retry less and no delay.
 *
 * @example
 * import { createWorker, JobFailure } from '@x/worker'
 *
 * createWorker({
 *   orchestration: camunda,
 *   jobs: {
 *     'charge-card': async () => {
 *       const response = await fetch('https://payments.example.com/charges', { method: 'POST' })
 *       if (response.status === 503) throw new JobFailure('The provider is down', { backoffMs: 60_000 })
 *       if (!response.ok) throw new JobFailure(`The provider responded with ${response.status}`, { retries: 0 })
 *     },
 *   },
 * })
 */
export class JobFailure extends Error {
  override name = 'JobFailure'
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isJobFailure: true = true
  readonly retries: number | undefined
  readonly backoffMs: number
  readonly variables: Readonly<Record<string, unknown>> | undefined

  /** @throws `RangeError` if `retries` or `backoffMs` is not a whole number, 0 or greater */
  constructor(message: string, options: JobFailureOptions = {}) {
    const { retries, backoffMs = 0, variables, ...rest } = options
    super(message, rest)
    for (const [name, value] of Object.entries({ retries, backoffMs })) {
      const valid = value === undefined || (Number.isInteger(value) && value >= 0)
      if (!valid) throw new RangeError(`JobFailure: \`${name}\` must be a whole number, 0 or greater`)
    }
    this.retries = retries
    this.backoffMs = backoffMs
    this.variables = variables
  }
}
