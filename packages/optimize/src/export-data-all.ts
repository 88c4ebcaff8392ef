import { checkSearchAllOptions, iteratePages, refusePart, type SearchAllOptions } from '@x/rest'
import type { RawDataRecord, ReportDataQuery, Reports } from './api/reports.ts'

/** Returns all records of a report: each request continues the search of the previous one. */
export function exportDataAll(
  reports: Pick<Reports, 'exportData'>,
  reportId: string,
  query: Pick<ReportDataQuery, 'limit' | 'paginationTimeout'> = {},
  callOptions: SearchAllOptions = {},
): AsyncGenerator<RawDataRecord, void, undefined> {
  checkSearchAllOptions(callOptions)
  const { limit, signal, ...options } = callOptions
  let received = 0
  return iteratePages<RawDataRecord, string>(
    async (searchRequestId, pageSignal) => {
      const continued = searchRequestId === undefined ? query : { ...query, searchRequestId }
      const page = await reports.exportData(reportId, continued, { ...options, signal: pageSignal })
      const { data, totalNumberOfRecords, searchRequestId: next } = Object(page) as typeof page
      if (!Array.isArray(data)) refuse('data', 'must be an array')
      received += data.length
      if (data.length === 0 || received >= totalNumberOfRecords) return { items: data }
      if (next) return { items: data, next }
      // Reports other than raw data have one page, whatever number of instances they count.
      const isRaw = searchRequestId !== undefined || data.some((record) => 'processInstanceId' in Object(record))
      return isRaw ? refuse('searchRequestId', 'is missing from a page that is not the last') : { items: data }
    },
    { limit, signal },
  )
}

function refuse(path: string, message: string): never {
  return refusePart('reports.exportData', 'response', path, message)
}
