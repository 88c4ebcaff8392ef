import type { BinaryResponse } from './api-types.ts'
import { readAll, readerOf } from './body-text.ts'
import type { BodyReader, FetchResponse } from './options.ts'

/** What reading a body needs from the call that it belongs to. */
export interface BinaryBody {
  /** Maximum size of `bytes()` and `text()`, which hold the body in memory. The stream has no limit. */
  readonly limit: number
  tooLarge(): Error
  /** Returns the error of a body that broke off. */
  failed(error: unknown): unknown
  /** Settles as `promise` does, or rejects with the caller's reason. */
  race<T>(promise: Promise<T>): Promise<T>
  /** Called when the body has ended, failed or was given up. */
  done(): void
}

/** Creates a response whose body is read once, as a stream or as a whole. */
export async function toBinaryResponse(response: FetchResponse, call: BinaryBody): Promise<BinaryResponse> {
  const { headers } = response
  const size = headers.get('content-length')
  const encoded = headers.has('content-encoding')
  const reader = readerOf(response) ?? new Blob([await response.arrayBuffer()]).stream().getReader()
  const body = toStream(reader, call)
  const bytes = async (): Promise<Uint8Array> => {
    const { bytes, tooLarge, failure } = await readAll(body.getReader(), call.limit)
    if (failure) throw failure.error
    if (tooLarge) throw call.tooLarge()
    return bytes
  }
  return {
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    fileName: fileName(headers.get('content-disposition') ?? ''),
    // The length of what came over the wire, which is another one where it was compressed.
    size: size !== null && !encoded && /^\d+$/.test(size) ? Number(size) : undefined,
    body,
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
  }
}

function toStream(reader: BodyReader, { race, failed, done }: BinaryBody): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done: isEnd, value } = await race(reader.read())
        if (!isEnd) return controller.enqueue(value as Uint8Array)
        done()
        controller.close()
      } catch (error) {
        done()
        reader.cancel(error).catch(() => {})
        throw failed(error)
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
  const [, encoded] = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition) ?? []
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
