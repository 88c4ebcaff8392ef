import type { CallOptions, Int, JsonObject, SearchAllOptions } from '@x/rest'
import type { CollectionQuery, EntityExport, Id } from './shared.ts'

/** Reports, and the data in them. */
export interface Reports {
  /**
   * Returns the ids of all reports of a collection.
   *
   * @operation GET /public/report
   * @throws {ApiError} 404 if the collection does not exist
   */
  list(query: CollectionQuery, options?: CallOptions): Promise<readonly Id[]>

  /**
   * Deletes a report, and removes it from the dashboards and combined reports that use it. **This cannot be undone.**
   *
   * @operation DELETE /public/report/{reportId}
   * @throws {ApiError} 404 if it does not exist
   */
  delete(reportId: string, options?: CallOptions): Promise<void>

  /**
   * Returns the definitions of reports, for `entities.import` of another Optimize.
   *
   * @operation POST /public/export/report/definition/json
   * @safe
   * @throws {ApiError} 404 if one of them does not exist
   */
  exportDefinitions(body: readonly string[], options?: CallOptions): Promise<readonly EntityExport[]>

  /**
   * Evaluates a report, and returns one page of its data. Combined reports cannot be exported.
   *
   * Pass the `searchRequestId` of the latest response to request the next page, until a page has no records. Only
   * reports of raw data have more than one page.
   *
   * @operation GET /public/export/report/{reportId}/result/json
   * @throws {ApiError} 400 for a report that cannot be exported; 404 if it does not exist
   */
  exportData(reportId: string, query?: ReportDataQuery, options?: CallOptions): Promise<ReportDataPage>

  /**
   * Returns all records of a report of raw data one by one, and requests the next page while you work on the current one.
   *
   * @code ../export-data-all.ts
   * @throws {RestError} with code `request_invalid` for a wrong `limit`
   * @example
   * for await (const { processInstanceId, duration } of optimize.reports.exportDataAll(reportId)) {
   *   console.log(processInstanceId, duration)
   * }
   */
  exportDataAll(
    reportId: string,
    query?: Pick<ReportDataQuery, 'limit' | 'paginationTimeout'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<RawDataRecord, void, undefined>
}

/** The page of a report's data. */
export interface ReportDataQuery {
  /**
   * Records on a page; only used in the first request of a series. @defaultValue the server's `1000` @minimum 0
   * @maximum 10000
   */
  readonly limit?: Int | undefined
  /** How long the server keeps the search for the next request, in seconds. @defaultValue the server's `120` @minimum 60 */
  readonly paginationTimeout?: Int | undefined
  /** The one of the previous response, to request the next page. */
  readonly searchRequestId?: string | undefined
}

/** One page of a report's data. */
export interface ReportDataPage {
  /** Pass it to request the next page. */
  readonly searchRequestId?: string | null | undefined
  readonly numberOfRecordsInResponse: Int
  readonly totalNumberOfRecords: Int
  readonly reportId: string
  /** A message of the server, if there is one. */
  readonly message?: string | undefined
  readonly data: readonly RawDataRecord[]
}

/**
 * A record of a raw data report. Other reports have other records.
 *
 * @insistsOn
 */
export interface RawDataRecord {
  /** Id of the process in its BPMN. */
  readonly processDefinitionKey?: string | undefined
  /** Key of the version of the process. */
  readonly processDefinitionId?: string | undefined
  readonly processInstanceId?: string | undefined
  readonly businessKey?: string | null | undefined
  /** In UTC, as `2026-11-20T08:15:00.000+0000`. */
  readonly startDate?: string | undefined
  /** `null` while the instance is running. */
  readonly endDate?: string | null | undefined
  /** In milliseconds. */
  readonly duration?: number | null | undefined
  readonly engineName?: string | undefined
  readonly tenantId?: string | null | undefined
  readonly variables?: JsonObject | undefined
  readonly flowNodeInstances?: readonly JsonObject[] | undefined
}
