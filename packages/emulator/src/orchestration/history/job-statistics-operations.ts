import type { Engine, JobRecord } from '@x/engine'
import type { Handlers } from '../handler.ts'
import { invalid } from '../problems.ts'
import { type Condition, createCondition } from '../search/condition.ts'
import { search } from '../search/search.ts'
import { valueKindOf } from '../search/value-kind.ts'
import { searchableList } from './collections.ts'
import { groupBy } from './group-by.ts'

/** The period, and which jobs. */
interface Window {
  readonly from: string
  readonly to: string
  readonly jobType?: unknown
}

const HOUR = 60 * 60 * 1000

/** How many jobs were created, completed and failed in a period: in total, by type, by worker, and as a time series. */
export function jobStatisticsOperations(read: () => Engine): Handlers {
  const jobsIn = (window: Window): { jobs: JobRecord[]; counts: (jobs: readonly JobRecord[]) => object } => {
    const { from, to, jobType } = window
    const matches: Condition = jobType === undefined ? () => true : createCondition(jobType, text)
    const counts = countsBetween(date.read(from) as string, date.read(to) as string)
    return { jobs: [...read().jobs].filter(({ type }) => matches(type)), counts }
  }
  return {
    'jobs.getGlobalStatistics': ({ query, isReadable = () => true }) => {
      const { jobs, counts } = jobsIn(query as unknown as Window)
      return { isIncomplete: false, ...counts(jobs.filter(isReadable)) }
    },
    'jobs.getTypeStatistics': (call) => {
      const { filter, page } = call.body
      const { jobs, counts } = jobsIn(filter ?? everything)
      const items = [...groupBy(jobs, ({ type }) => type)].map(([jobType, found]) => ({
        jobType,
        workers: workersOf(found),
        ...counts(found),
      }))
      return search(
        { ...call, body: { page } },
        searchableList(items, ({ jobType }) => jobType),
      )
    },
    'jobs.getWorkerStatistics': (call) => {
      const { filter, page } = call.body
      const { jobs, counts } = jobsIn(filter)
      const worked = jobs.filter(({ worker }) => worker !== '')
      const items = [...groupBy(worked, ({ worker }) => worker)].map(([worker, found]) => ({
        worker,
        ...counts(found),
      }))
      return search(
        { ...call, body: { page } },
        searchableList(items, ({ worker }) => worker),
      )
    },
    'jobs.getTimeSeriesStatistics': (call) => {
      const { filter, page } = call.body
      const { jobs } = jobsIn(filter)
      const items = stepsOf(filter).map(([from, to]) => ({ time: from, ...countsBetween(from, to)(jobs) }))
      return search(
        { ...call, body: { page } },
        searchableList(items, ({ time }) => time),
      )
    },
    'jobs.getErrorStatistics': ({ isReadable = () => true, ...call }) => {
      const { filter, page } = call.body
      const { errorCode, errorMessage, ...window } = filter
      const isCode: Condition = errorCode === undefined ? () => true : createCondition(errorCode, text)
      const isMessage: Condition = errorMessage === undefined ? () => true : createCondition(errorMessage, text)
      const { jobs } = jobsIn(window)
      const failed = jobs
        .filter(isReadable)
        .filter(
          (job) =>
            isBetween(job.lastUpdateTime, window.from, window.to) && (job.errorCode ?? job.errorMessage) !== null,
        )
      const items = [...groupBy(failed, (job) => JSON.stringify([job.errorCode ?? '', job.errorMessage ?? '']))]
        .map(([key, found]) => ({
          key,
          errorCode: found[0]?.errorCode ?? '',
          errorMessage: found[0]?.errorMessage ?? '',
          workers: workersOf(found),
        }))
        .filter((error) => isCode(error.errorCode) && isMessage(error.errorMessage))
      return search(
        { ...call, body: { page } },
        searchableList(items, ({ key }) => key),
      )
    },
  }
}

const text = valueKindOf({ kind: 'text' })
const date = valueKindOf({ kind: 'date' })
const everything: Window = { from: new Date(0).toISOString(), to: new Date(8.64e15).toISOString() }

const workersOf = (jobs: readonly JobRecord[]): number =>
  new Set(jobs.map(({ worker }) => worker).filter((worker) => worker !== '')).size

const isBetween = (time: string | null, from: string, to: string): boolean =>
  time !== null && Date.parse(time) >= Date.parse(from) && Date.parse(time) < Date.parse(to)

function countsBetween(from: string, to: string) {
  const metric = (times: readonly (string | null)[]) => {
    const found = times.filter((time): time is string => isBetween(time, from, to)).sort()
    return { count: found.length, lastUpdatedAt: found.at(-1) ?? null }
  }
  return (jobs: readonly JobRecord[]) => ({
    created: metric(jobs.map(({ creationTime }) => creationTime)),
    completed: metric(jobs.map(({ state, endTime }) => (state === 'COMPLETED' ? endTime : null))),
    failed: metric(jobs.map(({ state, lastUpdateTime }) => (state === 'FAILED' ? lastUpdateTime : null))),
  })
}

/** The intervals of a time series, for example of `PT1H`. */
function stepsOf({ from, to, resolution }: Window & { readonly resolution?: string }): [string, string][] {
  const step = resolution === undefined ? HOUR : millisecondsOf(resolution)
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const count = Math.min(Math.ceil((end - begin) / step), 10_000)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => [
    new Date(begin + index * step).toISOString(),
    new Date(Math.min(begin + (index + 1) * step, end)).toISOString(),
  ])
}

function millisecondsOf(duration: string): number {
  const [matched, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? []
  const ms = (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  if (matched === undefined || ms === 0) throw invalid(`resolution must be a duration such as PT1H, not '${duration}'.`)
  return ms
}
