import type { BodyReader, FetchResponse } from './options.ts'

/** A body as far as it was read. */
export interface Bytes {
  readonly bytes: Uint8Array
  /** It had more than the limit. */
  readonly tooLarge: boolean
  /** Why it broke off. */
  readonly failure?: { readonly error: unknown } | undefined
}

/** The same as text. */
export interface Body extends Pick<Bytes, 'tooLarge' | 'failure'> {
  readonly text: string
}

/** Returns the reader of a body; an empty one for none. Undefined without web streams: node-fetch, React Native. */
export function readerOf({ body }: FetchResponse): BodyReader | undefined {
  if (body === null) return { read: async () => ({ done: true }), cancel: async () => {} }
  return (body as { getReader?(): BodyReader } | undefined)?.getReader?.()
}

const decoder = new TextDecoder()

/** Reads a body as text and never throws. Counts bytes as they arrive, decompressed, and stops at `limit`. */
export async function readBody(response: FetchResponse, limit: number): Promise<Body> {
  try {
    const reader = readerOf(response)
    if (reader) {
      const { bytes, ...rest } = await readAll(reader, limit)
      return { text: decoder.decode(bytes), ...rest }
    }
    const text = await response.text()
    return { text: text.slice(0, limit), tooLarge: text.length > limit }
  } catch (error) {
    return { text: '', tooLarge: false, failure: { error } }
  }
}

/** Reads a body to its end and never throws. Counts bytes as they arrive, and stops at `limit`. */
export async function readAll(reader: BodyReader, limit: number): Promise<Bytes> {
  const chunks: Uint8Array[] = []
  let size = 0
  let failure: Bytes['failure']
  try {
    while (size <= limit) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value as Uint8Array)
      size += (value as Uint8Array).byteLength
    }
    if (size > limit) reader.cancel().catch(() => {})
  } catch (error) {
    failure = { error }
  }
  return { bytes: join(chunks, Math.min(size, limit)), tooLarge: size > limit, failure }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks
  if (first && first.byteLength === size) return first
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, size - at), at)
    at += chunk.byteLength
  }
  return bytes
}

/** True for an HTML page, also one that comes without or with a wrong content type. */
export function isHtml(contentType: string, text: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)/i.test(contentType) || /^\s*<(!doctype\s+html|html)/i.test(text)
}

/** Returns the text itself where a server sends its text as a JSON string. Text that only begins like one stays as it is. */
export function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
