import { ApiError } from '@x/rest'
import type { ApiAccess } from '../calls/api-access.ts'
import { checkCall } from '../calls/check-call.ts'
import { messageOf } from '../message-of.ts'

/** A check of an API and its result. */
export interface AccessCheck {
  readonly works: boolean
  /** The request, such as `GET /v2/topology`. */
  readonly tried: string
  /** Status and duration, such as `200 in 12 ms`. */
  readonly cameBack: string
  /** What to do; undefined if it works. */
  readonly advice: string | undefined
}

/** Sends a small reading request to an API. Never rejects. */
export async function checkAccess(access: ApiAccess, signal: AbortSignal): Promise<AccessCheck> {
  try {
    const { outcome, durationMs, exchanges } = await checkCall(access, signal)
    const last = exchanges.at(-1)
    const tried = last ? `${last.method} ${new URL(last.url).pathname}` : 'no request sent'
    const took = `in ${durationMs.toFixed(0)} ms`
    if (outcome.type === 'answer') return { works: true, tried, cameBack: `${last?.status} ${took}`, advice: undefined }
    const error = outcome.type === 'error' ? outcome.error : new TypeError('Canceled.')
    const cameBack = last?.status === undefined ? 'no response' : `${last.status} ${took}`
    return { works: false, tried, cameBack, advice: adviceOf(access, error) }
  } catch (error) {
    return { works: false, tried: 'no request sent', cameBack: '', advice: messageOf(error) }
  }
}

function adviceOf({ api }: ApiAccess, error: unknown): string {
  if (!(error instanceof ApiError)) return messageOf(error)
  const { status } = error
  if (error.type === 'proxy:session_missing') {
    return 'This browser has no session with the proxy. Open the link that `npm start` printed.'
  }
  if (status === 401 || status === 403) {
    const kind = api.credentials === 'cluster' ? 'the cluster' : 'the organization'
    return `Rejected. Check that the API client of ${kind} has the scope for ${api.title}, and that your IP address is allowed.`
  }
  if (status === 404) return `This Camunda does not serve ${api.title}, or the API client has no access to it.`
  if (status === 502 || status === 503 || status === 504) {
    return `${api.title} could not be reached, or rejected the proxy’s credentials. See the terminal of npm start.`
  }
  return messageOf(error)
}
