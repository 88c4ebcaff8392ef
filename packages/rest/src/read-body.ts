/** A body as far as it was read. */
export interface Body {
  readonly text: string
  /** It had more than the limit. */
  readonly tooLarge?: boolean
  /** Why it broke off. */
  readonly failure?: { readonly error: unknown }
}

/** Reads a body as text and never throws. Counts bytes as they arrive, decompressed, and stops at `limit`. */
export async function readBody(response: Response, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  let failure: Body['failure']
  try {
    const reader = response.body?.getReader?.()
    if (!reader) {
      // No web streams: React Native has no body at all, node-fetch one of Node's streams.
      const text = response.body === null ? '' : await response.text()
      return { text: text.slice(0, limit), tooLarge: text.length > limit }
    }
    while (size <= limit) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      size += value.byteLength
    }
    if (size > limit) void reader.cancel().catch(() => {})
  } catch (error) {
    failure = { error }
  }
  return { text: decode(chunks, Math.min(size, limit)), tooLarge: size > limit, ...(failure && { failure }) }
}

function decode(chunks: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, size - at), at)
    at += chunk.byteLength
  }
  return new TextDecoder().decode(bytes)
}
