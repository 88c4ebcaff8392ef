import type { JobsApi } from './api.ts'
import { type Clock, longestTimer, systemClock } from './clock.ts'
import { WorkerConfigError } from './errors.ts'
import { quietly, type WorkerEvent } from './events.ts'
import type { JobHandler } from './job.ts'
import type { JobOptions, WorkerOptions } from './options.ts'
import type { StandardSchema } from './standard-schema.ts'

/** A job type, checked and with defaults. */
export interface JobType {
  readonly type: string
  readonly handle: JobHandler<never, unknown>
  readonly variables: StandardSchema | undefined
  readonly maxJobs: number
  readonly timeoutMs: number
  readonly fetchVariables: readonly string[] | undefined
}

/** The options, checked and with defaults. */
export interface Settings {
  readonly api: JobsApi
  readonly types: readonly JobType[]
  readonly maxJobs: number
  /** True if there are more types than slots, so that not every type can have a long poll. */
  readonly takesTurns: boolean
  readonly name: string
  readonly tenantIds: readonly string[] | undefined
  readonly leases: boolean
  readonly emit: ((event: WorkerEvent) => void) | undefined
  readonly clock: Clock
  readonly random: () => number
}

/** @throws WorkerConfigError that names the option */
export function readSettings(options: WorkerOptions<never>): Settings {
  const given: WorkerOptions<never> = Object(options)
  const { orchestration, jobs, maxJobs = 32, name = 'worker', tenantIds, leases = false, onEvent } = given
  const { clock = systemClock, random = Math.random } = given
  const api = typeof Object(orchestration).activate === 'function' ? orchestration : Object(orchestration).jobs
  for (const method of ['activate', 'complete', 'fail', 'throwError', 'update']) {
    const valid = typeof Object(api)[method] === 'function'
    expect(valid, '`orchestration`', 'must be a client of the Orchestration API, or its jobs resource')
  }
  expect(Object.keys(Object(jobs)).length > 0, '`jobs`', 'must have a handler for at least one job type')
  expectCount(maxJobs, '`maxJobs`')
  expect(typeof name === 'string', '`name`', 'must be a string')
  expect(tenantIds === undefined || isTexts(tenantIds), '`tenantIds`', 'must be an array of strings')
  expect(typeof leases === 'boolean', '`leases`', 'must be true or false')
  expect(onEvent === undefined || typeof onEvent === 'function', '`onEvent`', 'must be a function')
  const types = Object.entries(jobs).map(([type, job]) => readJobType(type, job as JobOptions, maxJobs))
  return {
    api,
    types,
    maxJobs,
    takesTurns: types.length > maxJobs,
    name,
    tenantIds: tenantIds && [...tenantIds],
    leases,
    emit: onEvent && quietly(onEvent),
    clock,
    random,
  }
}

function readJobType(type: string, given: JobOptions | JobHandler, most: number): JobType {
  const place = (option: string): string => `\`${option}\` of the job type \`${type}\``
  const options: Partial<JobOptions> = typeof given === 'function' ? { handle: given } : Object(given)
  const { handle, variables, maxJobs = most, timeoutMs = 60_000, fetchVariables } = options
  expect(typeof handle === 'function', place('handle'), 'must be a function')
  const isSchema = typeof variables?.['~standard']?.validate === 'function'
  expect(variables === undefined || isSchema, place('variables'), 'must be a Standard Schema')
  expectCount(maxJobs, place('maxJobs'))
  expectMs(timeoutMs, place('timeoutMs'))
  // For an empty array, Camunda returns all variables.
  const isNames = fetchVariables === undefined || (isTexts(fetchVariables) && fetchVariables.length > 0)
  expect(isNames, place('fetchVariables'), 'must be an array of at least one name')
  return {
    type,
    handle: (handle as JobHandler<never, unknown>).bind(given),
    variables,
    maxJobs: Math.min(maxJobs, most),
    timeoutMs,
    fetchVariables: fetchVariables && [...fetchVariables],
  }
}

export function expectMs(ms: unknown, option: string, least = 1): asserts ms is number {
  const valid = Number.isInteger(ms) && (ms as number) >= least && (ms as number) <= longestTimer
  expect(valid, option, `must be a whole number of milliseconds, ${least} to ${longestTimer}`)
}

export function expectSignal(signal: AbortSignal | undefined): void {
  const valid = signal === undefined || typeof signal?.addEventListener === 'function'
  expect(valid, '`signal`', 'must be an AbortSignal')
}

function expectCount(count: unknown, option: string): void {
  expect(Number.isInteger(count) && (count as number) >= 1, option, 'must be a whole number, 1 or greater')
}

function expect(valid: boolean, option: string, problem: string): void {
  if (!valid) throw new WorkerConfigError(`${option} ${problem}`)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}
