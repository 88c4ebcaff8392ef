import type { BulkOptions, CallOptions, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { BatchOperationCreated } from './batch-operations.ts'
import type { JobKey, OperationReference } from './identifiers.ts'
import type { ActivatedJobs, ActivateJobsRequest } from './job-activation.ts'
import type {
  CompleteJobRequest,
  FailJobRequest,
  JobChangeset,
  ThrowJobErrorRequest,
  UpdateJobRequest,
} from './job-commands.ts'
import type { Job, JobFilter, JobSortField } from './job-search.ts'
import type {
  GlobalJobStatistics,
  GlobalJobStatisticsQuery,
  JobErrorStatistics,
  JobErrorStatisticsFilter,
  JobStatisticsFilter,
  JobStatisticsQuery,
  JobTimeSeriesStatistics,
  JobTimeSeriesStatisticsFilter,
  JobTypeStatistics,
  JobTypeStatisticsQuery,
  JobWorkerStatistics,
} from './job-statistics.ts'

/**
 * Jobs: the work that processes delegate to your code.
 *
 * The engine creates a job when a process reaches a service task, and a worker activates it, does the work, then completes
 * it, fails it or throws a BPMN error.
 */
export interface Jobs {
  /**
   * Activates jobs of one type: reserves them for this caller, and returns them with their variables.
   *
   * If there are none, the server waits up to `requestTimeout` for the first one, then returns an empty list. The time limit
   * of the call is at least 5 seconds longer, unless you pass `timeoutMs`. A job that is not finished when its `timeout` has
   * passed can be activated by another worker. **Let a running call end instead of aborting it**: jobs that the server has
   * already activated for it stay reserved until their `timeout` has passed.
   *
   * A client without the permission gets an empty list, not an error.
   *
   * @operation POST /jobs/activation
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 503 with `title` RESOURCE_EXHAUSTED if the cluster is overloaded: back off, then retry
   * @example
   * const { jobs } = await camunda.jobs.activate({ type: 'charge-card', timeout: 60_000, maxJobsToActivate: 10 })
   * for (const { jobKey, variables } of jobs) {
   *   console.log('charging', variables.orderId)
   *   await camunda.jobs.complete(jobKey, { variables: { paid: true } })
   * }
   */
  activate(body: ActivateJobsRequest, options?: CallOptions): Promise<ActivatedJobs>

  /**
   * Completes a job, so that the process continues. `variables` become variables of the process according to the output
   * mappings of the element.
   *
   * A 404 or 409 is final: another worker finished the job after its `timeout`, or the process instance was canceled. Do not
   * repeat the call, and do not fail the job instead.
   *
   * @operation POST /jobs/{jobKey}/completion
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if the job no longer exists; 409 if its state does not allow it, for example because it has
   * an incident
   * @example
   * await camunda.jobs.complete(job.jobKey, { variables: { paid: true, receipt: 'R-17' } })
   */
  complete(jobKey: JobKey, body?: CompleteJobRequest, options?: CallOptions): Promise<void>

  /**
   * Fails a job because of a technical problem, so that it is retried `retries` times.
   *
   * **Always pass `retries`.** Without it the job has none left, and the process instance gets an incident at once. For a
   * problem that the process handles, use `throwError`.
   *
   * @operation POST /jobs/{jobKey}/failure
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if the job no longer exists: it was completed, or its process instance was canceled; 409 if it
   * already has an incident
   * @example
   * await camunda.jobs.fail(job.jobKey, {
   *   retries: job.retries - 1,
   *   retryBackOff: 30_000,
   *   errorMessage: 'The payment provider does not respond',
   * })
   */
  fail(jobKey: JobKey, body?: FailJobRequest, options?: CallOptions): Promise<void>

  /**
   * Throws a BPMN error for a job, so that the process continues at the event that catches `errorCode`. If no event catches
   * it, the process instance gets an incident.
   *
   * @operation POST /jobs/{jobKey}/error
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if the job does not exist or is not activated; 409 if its state does not allow it
   * @example
   * await camunda.jobs.throwError(job.jobKey, { errorCode: 'CARD_DECLINED', variables: { reason: 'expired' } })
   */
  throwError(jobKey: JobKey, body: ThrowJobErrorRequest, options?: CallOptions): Promise<void>

  /**
   * Changes the retries, the timeout or the priority of a job. To resolve an incident of a job without retries, raise
   * `retries` first, then call `incidents.resolve`.
   *
   * @operation PATCH /jobs/{jobKey}
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if the job no longer exists; 409 if its state does not allow the change
   * @example
   * await camunda.jobs.update(job.jobKey, { changeset: { timeout: 300_000 } }) // five minutes more, from now on
   */
  update(jobKey: JobKey, body: UpdateJobRequest, options?: CallOptions): Promise<void>

  /**
   * Starts a batch operation that changes the retries, the timeout or the priority of all matching jobs, and returns its
   * key. `batchOperations.wait` waits for its end.
   *
   * @operation POST /jobs/batch-update
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_UPDATE_JOB
   * @since 8.10
   * @bulk
   * @throws {ApiError} 400 if `changeset` changes nothing
   */
  updateBatch(body: UpdateJobsBatchRequest, options?: BulkOptions): Promise<BatchOperationCreated>

  /**
   * Returns one page of the matching jobs, including finished ones. It neither activates them nor returns their
   * variables.
   *
   * @operation POST /jobs/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<JobFilter, JobSortField>, options?: ReadOptions<Page<Job>>): Promise<Page<Job>>

  /**
   * Returns all matching jobs one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { state: 'FAILED', retries: 0 } as const
   * for await (const job of camunda.jobs.searchAll({ filter })) {
   *   console.log(job.type, job.processInstanceKey, job.errorMessage)
   * }
   */
  searchAll(body?: Search<JobFilter, JobSortField>, options?: SearchAllOptions): AsyncGenerator<Job, void, undefined>

  /**
   * Returns how many jobs were created, completed and failed within a period.
   *
   * @operation GET /jobs/statistics/global
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @eventuallyConsistent
   */
  getGlobalStatistics(
    query: GlobalJobStatisticsQuery,
    options?: ReadOptions<GlobalJobStatistics>,
  ): Promise<GlobalJobStatistics>

  /**
   * Returns one page of the job types of a period, with their counts and the number of their workers.
   *
   * @operation POST /jobs/statistics/by-types
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getTypeStatistics(
    body: JobTypeStatisticsQuery,
    options?: ReadOptions<Page<JobTypeStatistics>>,
  ): Promise<Page<JobTypeStatistics>>

  /**
   * Returns the counts of all matching job types one by one, and requests the next page while you work on the current one.
   */
  getTypeStatisticsAll(
    body: JobTypeStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobTypeStatistics, void, undefined>

  /**
   * Returns one page of the workers of a job type, with their counts.
   *
   * @operation POST /jobs/statistics/by-workers
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getWorkerStatistics(
    body: JobStatisticsQuery<JobStatisticsFilter>,
    options?: ReadOptions<Page<JobWorkerStatistics>>,
  ): Promise<Page<JobWorkerStatistics>>

  /**
   * Returns the counts of all workers of a job type one by one, and requests the next page while you work on the current
   * one.
   */
  getWorkerStatisticsAll(
    body: JobStatisticsQuery<JobStatisticsFilter>,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobWorkerStatistics, void, undefined>

  /**
   * Returns one page of the counts of a job type over time, the oldest interval first.
   *
   * @operation POST /jobs/statistics/time-series
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const filter = { jobType: 'charge-card', from: '2026-11-30T00:00:00Z', to: new Date(), resolution: 'PT1H' }
   * const { items } = await camunda.jobs.getTimeSeriesStatistics({ filter })
   * for (const { time, failed } of items) console.log(time, failed.count)
   */
  getTimeSeriesStatistics(
    body: JobStatisticsQuery<JobTimeSeriesStatisticsFilter>,
    options?: ReadOptions<Page<JobTimeSeriesStatistics>>,
  ): Promise<Page<JobTimeSeriesStatistics>>

  /**
   * Returns the counts of all intervals one by one, the oldest first, and requests the next page while you work on the
   * current one.
   */
  getTimeSeriesStatisticsAll(
    body: JobStatisticsQuery<JobTimeSeriesStatisticsFilter>,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobTimeSeriesStatistics, void, undefined>

  /**
   * Returns one page of the errors of a job type: each combination of code and message once, with the number of workers that
   * reported it.
   *
   * @operation POST /jobs/statistics/errors
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getErrorStatistics(
    body: JobStatisticsQuery<JobErrorStatisticsFilter>,
    options?: ReadOptions<Page<JobErrorStatistics>>,
  ): Promise<Page<JobErrorStatistics>>

  /** Returns all errors of a job type one by one, and requests the next page while you work on the current one. */
  getErrorStatisticsAll(
    body: JobStatisticsQuery<JobErrorStatisticsFilter>,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobErrorStatistics, void, undefined>
}

/** A change to all matching jobs. */
export interface UpdateJobsBatchRequest {
  readonly filter: JobFilter
  /** At least one member is required. */
  readonly changeset: JobChangeset
  readonly operationReference?: OperationReference | undefined
}
