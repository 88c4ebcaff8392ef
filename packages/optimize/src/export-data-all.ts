import { iteratePages, RestError, type SearchAllOptions } from '@x/rest'
import type { RawDataRecord, ReportDataQuery, Reports } from './api/reports.ts'

/** Returns all records of a report: each request continues the search of the one before. */
export function exportDataAll(
  reports: Pick<Reports, 'exportData'>,
  reportId: string,
  query: Pick<ReportDataQuery, 'limit' | 'paginationTimeout'> = {},
  callOptions: SearchAllOptions = {},
): AsyncGenerator<RawDataRecord, void, undefined> {
  if (Object(callOptions) !== callOptions) throw new RestError('config_invalid', '`options` must be an object')
  const { limit = Number.POSITIVE_INFINITY, signal, ...options } = callOptions
  if (!(limit >= 0) || (Number.isFinite(limit) && !Number.isInteger(limit))) {
    throw new RestError('request_invalid', '`limit` must be a whole number')
  }
  let received = 0
  return iteratePages<RawDataRecord, string>(
    async (searchRequestId, pageSignal) => {
      const continued = searchRequestId === undefined ? query : { ...query, searchRequestId }
      const page = await reports.exportData(reportId, continued, { ...options, signal: pageSignal })
      const { data, totalNumberOfRecords } = page
      received += data.length
      const isLast = data.length === 0 || received >= totalNumberOfRecords
      return { items: data, next: isLast ? undefined : (page.searchRequestId ?? undefined) }
    },
    { limit, signal },
  )
}
