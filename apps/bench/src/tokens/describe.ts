import type { TokenCell } from './measure-tokens.ts'
import type { Row } from './scenario.ts'

/** A cell of the table: `8`, `20, all fail`, `1 in 12 s`. */
export function describe(row: Row, { result, error }: TokenCell): string {
  if (!result) return `cannot run: ${error?.slice(0, 60)}`
  const { counts, failed, calls, pending, longestMs } = result
  const words = [String(counts.tokenRequests)]
  if (row.longest && !pending) words[0] += ` in ${seconds(longestMs)}`
  if (counts.apiForeign) words.push("sends the other server's token")
  if (pending) words.push(pending === calls ? 'never ends' : `${pending} of ${calls} never end`)
  if (failed) words.push(failed === calls ? 'all fail' : `${failed} of ${calls} fail`)
  if (counts.apiUnauthenticated) words.push(`${counts.apiUnauthenticated} calls sent without a token`)
  if (counts.apiExpired) words.push(`${counts.apiExpired} sent with an expired token`)
  return words.join(', ')
}

function seconds(ms: number): string {
  return ms < 950 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`
}
