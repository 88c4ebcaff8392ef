import { decode } from './base64.ts'
import { cancelBody } from './cancel-body.ts'
import type { Deadline } from './deadline.ts'
import { createLeaks } from './leaks.ts'
import type { ProxiedOperation } from './operation.ts'
import { readAtMost } from './read-at-most.ts'
import { type ProxyReason, protectiveHeaders, Refusal } from './refusal.ts'
import type { UpstreamResponse } from './upstream.ts'

/** The only upstream headers that pages get: when to retry, and the IDs that Camunda's support needs. */
const passedOn = [
  'retry-after',
  'x-request-id',
  'x-correlation-id',
  'request-id',
  'traceparent',
  'x-cloud-trace-context',
  'cf-ray',
]
const retryAfter = /^(\d{1,9}|\w{3}, [\w: ]{20} GMT)$/
const shortText = /^[ -~]{1,256}$/

/** Data; anything else is served as bytes, unless the operation returns a file. */
const dataType = /^(application\/([\w.-]+\+)?json|(application|text)\/xml|text\/(plain|csv))\s*(;|$)/i

/** The longest error response that is passed on. It is read completely, to be checked. */
const MAX_ERROR_BYTES = 1_000_000

/**
 * Builds the page's response from the upstream response: same status and body, few headers. A successful body is
 * streamed; an error's is passed on only if it does not repeat the proxy's credential.
 *
 * @param finish - Called once, when the response has ended.
 * @throws Refusal for a redirect, an HTML page, and an error response that must not be passed on
 */
export async function answerWith(
  { response, authHeaders }: UpstreamResponse,
  { returns }: ProxiedOperation,
  deadline: Deadline,
  finish: (status: number, reason?: ProxyReason) => void,
): Promise<Response> {
  const { status, body } = response
  const leaks = createLeaks(authHeaders)
  // A rejected request ends with the deadline, and so does its unread body.
  deadline.signal.addEventListener('abort', () => cancelBody(response))
  // Some runtimes hide a redirect behind status 0.
  if (status < 200 || (status > 299 && status < 400)) throw new Refusal(502, 'upstream_redirected')
  if (status === 407) throw new Refusal(502, 'upstream_refused')
  const headers: Record<string, string> = {}
  /** Returns an upstream header; empty if it is not as expected. */
  const read = (name: string, expected = shortText): string => {
    const value = response.headers.get(name) ?? ''
    return expected.test(value) && !leaks(value) ? value : ''
  }
  for (const name of passedOn) {
    const value = read(name, name === 'retry-after' ? retryAfter : undefined)
    if (value) headers[name] = value
  }
  const isPage = /^[^;]*\/x?html/i.test(response.headers.get('content-type') ?? '')
  const isFile = returns === 'bytes' && status < 400
  // A gateway's page: not what was requested, and it must never be shown as a page of our origin.
  if (isPage && !isFile) throw new Refusal(status < 400 ? 502 : status, 'upstream_html', headers)
  Object.assign(headers, protectiveHeaders)
  let content: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null = null
  if (!body || status === 204 || status === 205) cancelBody(response)
  else if (status < 400) content = relay(body, deadline, (reason) => finish(status, reason))
  else {
    const error = await readAtMost(body, MAX_ERROR_BYTES, deadline, new Refusal(502, 'upstream_unreachable'))
    if (!error || leaks(decode(error))) throw new Refusal(status, 'upstream_withheld', headers)
    content = error
  }
  if (content) {
    const type = isPage ? '' : read('content-type', isFile ? undefined : dataType)
    headers['content-type'] = type || 'application/octet-stream'
    // Saved and never shown: a file from another user may be an HTML page.
    if (isFile) headers['content-disposition'] = read('content-disposition').replace(/^[^;]*/, 'attachment')
  }
  if (!content || status > 399) finish(status)
  return new Response(content, { status, headers })
}

/**
 * Passes a body on as fast as it is read, one chunk at a time. Ends with the deadline. A body that breaks off upstream
 * also breaks off for the page, so that the page never mistakes a part for the whole.
 */
function relay(
  body: ReadableStream<Uint8Array>,
  deadline: Deadline,
  finish: (reason?: ProxyReason) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const { signal } = deadline
  const breakOff = (reason: ProxyReason, controller: ReadableStreamDefaultController): void => {
    void reader.cancel().catch(() => {})
    finish(reason)
    try {
      // Without the runtime's own error, which names addresses.
      controller.error(new Error(`The response broke off: ${reason}`))
    } catch {
      // Its reader has canceled it.
    }
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (): void => breakOff((signal.reason as Refusal).reason, controller)
        if (signal.aborted) end()
        else signal.addEventListener('abort', end)
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (signal.aborted) return
          if (!done) return controller.enqueue(value)
          finish()
          controller.close()
        } catch {
          breakOff('upstream_unreachable', controller)
        }
      },
      cancel() {
        deadline.abort()
      },
    },
    { highWaterMark: 0 },
  )
}
