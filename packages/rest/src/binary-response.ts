import type { BinaryResponse } from './api-types.ts'
import { readAll, readerOf } from './body-text.ts'
import type { Deadline } from './deadline.ts'
import type { BodyReader, FetchResponse } from './options.ts'
import type { ResponseErrors } from './read-response.ts'

/**
 * Creates a response whose body is read once, as a stream or as a whole. The time limit of the call no longer applies
 * to it, but the signal does.
 */
export async function toBinaryResponse(
  response: FetchResponse,
  deadline: Deadline,
  errors: ResponseErrors,
): Promise<BinaryResponse> {
  deadline.stopTimer()
  const { headers } = response
  const size = headers.get('content-length')
  const encoded = headers.has('content-encoding')
  const reader = readerOf(response) ?? new Blob([await response.arrayBuffer()]).stream().getReader()
  const body = toStream(reader, deadline, errors)
  const bytes = async (): ReturnType<BinaryResponse['bytes']> => {
    const { bytes, tooLarge, failure } = await readAll(body.getReader(), errors.limit)
    if (failure) throw failure.error
    if (tooLarge) throw errors.tooLarge()
    return bytes as Uint8Array & { readonly buffer: ArrayBuffer }
  }
  return {
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    fileName: fileName(headers.get('content-disposition') ?? ''),
    // This is the length on the wire, so it is wrong if the body was compressed.
    size: size !== null && !encoded && /^\d+$/.test(size) ? Number(size) : undefined,
    body,
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
  }
}

function toStream(
  reader: BodyReader,
  { signal, race, clear }: Deadline,
  { brokenOff }: ResponseErrors,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await race(reader.read())
        if (!done) return controller.enqueue(value as Uint8Array)
        clear()
        controller.close()
      } catch (error) {
        clear()
        reader.cancel(error).catch(() => {})
        throw signal.aborted ? error : brokenOff(error)
      }
    },
    async cancel(reason) {
      clear()
      await reader.cancel(reason)
    },
  })
}

/** Returns the name in a `content-disposition` (RFC 6266). `filename*` takes precedence. */
function fileName(disposition: string): string | undefined {
  const [, encoded] = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition) ?? []
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Fall back to `filename`.
    }
  }
  const [, quoted, plain] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? []
  return quoted?.replace(/\\(.)/g, '$1') ?? plain
}
