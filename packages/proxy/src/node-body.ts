import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'

/** A request of `node:http`, `node:https` or `node:http2`. */
export type NodeRequest = IncomingMessage | Http2ServerRequest

/** The body of a Node request: bytes or text, a stream, none, or `'lost'` if it can no longer be read exactly. */
export type NodeBody = { readonly body?: Uint8Array | string | ReadableStream<Uint8Array> } | 'lost'

/**
 * Finds the body of a request that a body parser, a framework or a serverless adapter may have read before: as
 * `rawBody`, as a `body` that is still bytes or text, or unread in the stream.
 *
 * A parsed `body` is not written as JSON again: 64-bit keys in it have been rounded.
 */
export function findBody(message: NodeRequest): NodeBody {
  // Descriptors, because the getters of some adapters parse and throw.
  const [rawBody, body] = ['rawBody', 'body'].map((name) => Object.getOwnPropertyDescriptor(message, name)?.value)
  for (const known of [rawBody, body]) {
    if (known?.length > 0 && (typeof known === 'string' || known instanceof Uint8Array)) {
      return { body: known }
    }
  }
  // Express 4 sets `{}` without reading anything.
  const isParsed = typeof body === 'object' && body !== null && Object.keys(body).length > 0
  // After `setEncoding`, chunks are text. UTF-8, and so all JSON, converts back to the original bytes.
  const isDecoded = (message.readableEncoding ?? 'utf8') !== 'utf8'
  if (isParsed || isDecoded || message.readableDidRead) return 'lost'
  return message.readableEnded ? {} : { body: toStream(message) }
}

/** Not `Readable.toWeb`: canceling that ends the connection, and with it the response. */
function toStream(message: NodeRequest): ReadableStream<Uint8Array> {
  let open = true
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const breakOff = (): void => {
        if (open) controller.error(new Error('The request broke off.'))
        open = false
      }
      // It will emit nothing else.
      if (message.destroyed) return breakOff()
      message.pause()
      message.on('data', (chunk: Uint8Array | string) => {
        if (!open) return
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
        if ((controller.desiredSize ?? 0) <= 0) message.pause()
      })
      message.once('end', () => {
        // HTTP/2 reports an end here, too, when the client cancels.
        if (message.aborted) return breakOff()
        if (open) controller.close()
        open = false
      })
      message.once('close', breakOff)
    },
    pull() {
      message.resume()
    },
    cancel() {
      open = false
      message.pause()
    },
  })
}
