import type { BinaryResponse } from './api-types.ts'

/**
 * Makes a response whose body is read as a stream, or as a whole once.
 *
 * @param done - Called when the body has ended, failed or was given up.
 */
export function toBinaryResponse(response: Response, done: () => void): BinaryResponse {
  const { headers } = response
  const size = headers.get('content-length')
  const encoded = headers.has('content-encoding')
  const body = watched(response.body ?? new Blob([]).stream(), done)
  const whole = (): Response => new Response(body)
  return {
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    fileName: fileName(headers.get('content-disposition') ?? ''),
    // The length of what came over the wire, which is another one where it was compressed.
    size: size !== null && !encoded && /^\d+$/.test(size) ? Number(size) : undefined,
    body,
    bytes: async () => new Uint8Array(await whole().arrayBuffer()),
    text: () => whole().text(),
  }
}

function watched(body: ReadableStream<Uint8Array>, done: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done: isEnd, value } = await reader.read()
        if (!isEnd) return controller.enqueue(value)
        done()
        controller.close()
      } catch (error) {
        done()
        throw error
      }
    },
    async cancel(reason) {
      done()
      await reader.cancel(reason)
    },
  })
}

/** The name in a `content-disposition` (RFC 6266); its form with an encoding wins. */
function fileName(disposition: string): string | undefined {
  const [, encoded] = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition) ?? []
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Then there is the other form.
    }
  }
  const [, quoted, plain] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? []
  return quoted?.replace(/\\(.)/g, '$1') ?? plain
}
