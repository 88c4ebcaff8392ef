import type { BodyReader, FetchHeaders, FetchResponse } from './options.ts'

/** The part of a body that was read. */
export interface Bytes {
  readonly bytes: Uint8Array
  /** True if the body exceeds the limit. */
  readonly tooLarge: boolean
  /** Why the connection broke off, if it did. */
  readonly failure?: { readonly error: unknown } | undefined
}

/** The same as text. */
export interface Body extends Pick<Bytes, 'tooLarge' | 'failure'> {
  readonly text: string
}

/** Returns the reader of a body; undefined if there is no body, and without web streams: node-fetch, React Native. */
export function readerOf({ body }: FetchResponse): BodyReader | undefined {
  return (body as { getReader?(): BodyReader } | null | undefined)?.getReader?.()
}

const decoder = new TextDecoder()

/** Size limit in bytes of bodies that are only inspected, such as those of errors. */
export const shortBody: number = 64 * 1024

/** Reads a body as text. Never throws. Counts bytes after decompression and stops at the limit. */
export async function readBody(response: FetchResponse, limit: number): Promise<Body> {
  try {
    const reader = readerOf(response)
    if (reader) {
      const { bytes, ...rest } = await readAll(reader, limit)
      return { text: decoder.decode(bytes), ...rest }
    }
    const text = await response.text()
    return { text, tooLarge: text.length > limit }
  } catch (error) {
    return { text: '', tooLarge: false, failure: { error } }
  }
}

/** Reads a body as bytes. */
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
  return { bytes: join(chunks, size), tooLarge: size > limit, failure }
}

/** By hand, because a `Blob` takes twice as long for a large page. */
function join(chunks: Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array
  const bytes = new Uint8Array(size)
  let end = size
  for (const chunk of chunks.reverse()) {
    end -= chunk.byteLength
    bytes.set(chunk, end)
  }
  return bytes
}

/** True for an HTML page, even if its content type is missing or wrong. */
export function isHtml(headers: FetchHeaders, text: string): boolean {
  return /html/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype\s+)?html/i.test(text)
}

/**
 * Returns the string itself if a server sends text as a JSON string. Text that only starts like one is returned
 * unchanged.
 */
export function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
