import type { Deadline } from './deadline.ts'
import { Refusal } from './refusal.ts'

/**
 * Reads the page's body into memory, at most `limit` bytes of it; undefined for none. Whole and not as a stream, so that
 * it can be sent again with a new token.
 *
 * @throws Refusal
 */
export async function readRequestBody(
  request: Request,
  limit: number,
  deadline: Deadline,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!request.body) return undefined
  const tooLarge = new Refusal(413, 'body_too_large')
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    // What it says of itself is believed only against it.
    if (Number(request.headers.get('content-length')) > limit) throw tooLarge
    for (;;) {
      const { done, value } = await deadline.race(reader.read())
      if (done) break
      length += value.byteLength
      if (length > limit) throw tooLarge
      chunks.push(value)
    }
  } catch (error) {
    void reader.cancel().catch(() => {})
    if (error === tooLarge || deadline.signal.aborted) throw error
    throw new Refusal(400, 'body_broken')
  }
  return length > 0 ? join(chunks, length) : undefined
}

/** The page's content type, if it is JSON. @throws Refusal */
export function jsonContentType(headers: Headers): string {
  const type = headers.get('content-type') ?? ''
  if (/^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return type
  throw new Refusal(415, 'content_type_refused')
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
