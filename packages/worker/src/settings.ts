import type { JobsApi } from './api.ts'
import { type Clock, longestTimer, systemClock } from './clock.ts'
import { WorkerConfigError } from './errors.ts'
import { quietly, type WorkerEvent } from './events.ts'
import type { JobHandler } from './job.ts'
import type { JobOptions, WorkerOptions } from './options.ts'
import type { StandardSchema } from './standard-schema.ts'

/** A job type, checked and with its defaults. */
export interface JobType {
  readonly type: string
  readonly handle: JobHandler<never, unknown>
  readonly variables: StandardSchema | undefined
  readonly maxJobs: number
  readonly timeoutMs: number
  readonly fetchVariables: readonly string[] | undefined
}

/** The options, checked once and with their defaults. */
export interface Settings {
  readonly api: JobsApi
  readonly types: readonly JobType[]
  readonly maxJobs: number
  readonly name: string
  readonly tenantIds: readonly string[] | undefined
  readonly leases: boolean
  readonly emit: ((event: WorkerEvent) => void) | undefined
  readonly clock: Clock
  readonly random: () => number
}

/** @throws WorkerConfigError that names the option */
export function readSettings(options: WorkerOptions<never>): Settings {
  expect(isObject(options), 'createWorker', 'needs an object of options')
  const { orchestration, jobs, name = 'worker', tenantIds, leases = false, onEvent } = options
  const { maxJobs = 32, clock = systemClock, random = Math.random } = options
  const api = typeof Object(orchestration).activate === 'function' ? orchestration : Object(orchestration).jobs
  for (const method of ['activate', 'complete', 'fail', 'throwError', 'update']) {
    const valid = typeof Object(api)[method] === 'function'
    expect(valid, '`orchestration`', 'must be a client of the Orchestration API, or its jobs resource')
  }
  expect(isObject(jobs) && Object.keys(jobs).length > 0, '`jobs`', 'must have a handler for at least one job type')
  expectCount(maxJobs, '`maxJobs`')
  expect(typeof name === 'string', '`name`', 'must be a text')
  expect(tenantIds === undefined || isTexts(tenantIds), '`tenantIds`', 'must be a list of texts')
  expect(typeof leases === 'boolean', '`leases`', 'must be true or false')
  expect(onEvent === undefined || typeof onEvent === 'function', '`onEvent`', 'must be a function')
  return {
    api,
    types: Object.entries(jobs).map(([type, job]) => readJobType(type, job as JobOptions, maxJobs)),
    maxJobs,
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
  const isNames = fetchVariables === undefined || isTexts(fetchVariables)
  expect(isNames, place('fetchVariables'), 'must be a list of texts')
  return {
    type,
    handle: handle as JobHandler<never, unknown>,
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

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}
