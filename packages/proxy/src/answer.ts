import type { Deadline } from './deadline.ts'
import { type ProxyReason, protectiveHeaders, Refusal } from './refusal.ts'

/** All that a page gets to see of upstream's headers: when to come back, and what to name to Camunda's support. */
const passedOn = [
  'retry-after',
  'x-request-id',
  'x-correlation-id',
  'request-id',
  'traceparent',
  'x-cloud-trace-context',
  'cf-ray',
]

/** Data; anything else is served as bytes. */
const dataType =
  /^(application\/([\w.-]+\+)?json|(application|text)\/xml|text\/(plain|csv)|application\/octet-stream)\s*(;|$)/i

/**
 * Makes the page's answer of upstream's: status and body as they came, the body as a stream, few headers.
 *
 * @param finish - Called once with the answer's end.
 * @throws Refusal for a redirect and for a page.
 */
export function answerWith(
  upstream: Response,
  deadline: Deadline,
  finish: (status: number, reason?: ProxyReason) => void,
): Response {
  const { status } = upstream
  const refuse = (refusal: Refusal): never => {
    void upstream.body?.cancel().catch(() => {})
    throw refusal
  }
  if (upstream.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return refuse(new Refusal(502, 'upstream_redirected'))
  }
  if (status === 407) return refuse(new Refusal(502, 'upstream_refused'))
  const headers: Record<string, string> = {}
  for (const name of passedOn) {
    const value = upstream.headers.get(name)
    if (value !== null) headers[name] = value
  }
  const type = upstream.headers.get('content-type') ?? ''
  // The page of a gateway in between: not what was asked for, and never to be shown as a page of our origin.
  if (/^\s*(text\/html|application\/xhtml\+xml)/i.test(type)) {
    return refuse(new Refusal(status < 400 ? 502 : status, 'upstream_html', headers))
  }
  Object.assign(headers, protectiveHeaders)
  if (!upstream.body || status === 204 || status === 205) {
    void upstream.body?.cancel().catch(() => {})
    finish(status)
    return new Response(null, { status, headers })
  }
  headers['content-type'] = dataType.test(type) ? type : 'application/octet-stream'
  return new Response(
    relay(upstream.body, deadline, (reason) => finish(status, reason)),
    { status, headers },
  )
}

/**
 * Passes a body on as fast as it is read, and holds no more of it than one chunk. Ends with the deadline; what breaks off
 * upstream breaks off for the page, so that it never takes a part for the whole.
 */
function relay(
  body: ReadableStream<Uint8Array>,
  deadline: Deadline,
  finish: (reason?: ProxyReason) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const { signal } = deadline
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const onAbort = (): void => {
          const { reason } = signal.reason as Refusal
          void reader.cancel().catch(() => {})
          finish(reason)
          try {
            controller.error(new Error(`The answer was broken off: ${reason}`))
          } catch {
            // It was cancelled by its reader.
          }
        }
        if (signal.aborted) onAbort()
        else signal.addEventListener('abort', onAbort, { once: true })
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (signal.aborted) return
          if (!done) return controller.enqueue(value)
          finish()
          controller.close()
        } catch {
          if (signal.aborted) return
          finish('upstream_unreachable')
          // Without what the runtime said: it names addresses.
          controller.error(new Error('The answer was broken off: upstream_unreachable'))
        }
      },
      cancel() {
        deadline.abort()
      },
    },
    { highWaterMark: 0 },
  )
}
