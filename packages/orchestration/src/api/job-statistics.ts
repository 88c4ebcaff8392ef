import type { DateInput, DateTime, Int, TextFilter } from '@x/rest'
import type { CursorForwardPagination } from './shared.ts'

/** The number of jobs of one kind. */
export interface StatusMetric {
  readonly count: Int
  /** When the count last changed; null if it never has. */
  readonly lastUpdatedAt: DateTime | null
}

/** Jobs that were created, completed and failed within the period. */
export interface JobCounts {
  readonly created: StatusMetric
  readonly completed: StatusMetric
  readonly failed: StatusMetric
}

/** Period that the statistics are for. */
export interface JobStatisticsPeriod {
  readonly from: DateInput
  readonly to: DateInput
}

/** Conditions on jobs; all must be met. */
export interface JobStatisticsFilter extends JobStatisticsPeriod {
  readonly jobType: string
}

/** Statistics of the jobs that match `filter`. */
export interface JobStatisticsQuery<Filter> {
  readonly filter: Filter
  readonly page?: CursorForwardPagination | undefined
}

/** Which jobs to count: those within the period, of one type or of all. */
export interface GlobalJobStatisticsQuery extends JobStatisticsPeriod {
  readonly jobType?: string | undefined
}

/** Counts of all jobs. */
export interface GlobalJobStatistics extends JobCounts {
  /** True if the server reached a limit and did not count all jobs. */
  readonly isIncomplete: boolean
}

/** Conditions on jobs; all must be met. */
export interface JobTypeStatisticsFilter extends JobStatisticsPeriod {
  readonly jobType?: TextFilter | undefined
}

/** Statistics by job type. */
export interface JobTypeStatisticsQuery {
  readonly filter?: JobTypeStatisticsFilter | undefined
  readonly page?: CursorForwardPagination | undefined
}

/** Counts of one job type. */
export interface JobTypeStatistics extends JobCounts {
  readonly jobType: string
  /** Number of different worker names. */
  readonly workers: Int
}

/** Counts of one worker. */
export interface JobWorkerStatistics extends JobCounts {
  /** Name that the worker activates jobs with. */
  readonly worker: string
}

/** Conditions on jobs, and the intervals to count over; all must be met. */
export interface JobTimeSeriesStatisticsFilter extends JobStatisticsFilter {
  /** Length of an interval as an ISO 8601 duration, such as `PT1M` or `PT1H`. @defaultValue chosen by the server */
  readonly resolution?: string | undefined
}

/** Counts of one interval. */
export interface JobTimeSeriesStatistics extends JobCounts {
  /** Start of the interval. */
  readonly time: DateTime
}

/** Conditions on jobs that failed; all must be met. */
export interface JobErrorStatisticsFilter extends JobStatisticsFilter {
  readonly errorCode?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
}

/** One combination of error code and error message. */
export interface JobErrorStatistics {
  readonly errorCode: string
  readonly errorMessage: string
  /** Number of different workers that reported it. */
  readonly workers: Int
}
