/**
 * Reads at most `limit` bytes of an answer as text, and lets go of the rest. What breaks off half-way is given as far
 * as it came: used where the text is a help and not the result.
 */
export async function readBounded(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let left = limit
  try {
    while (left > 0) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      const part = value.subarray(0, left)
      left -= part.byteLength
      text += decoder.decode(part, { stream: true })
    }
    void reader.cancel().catch(() => {})
  } catch {
    // Broken off: what came is better than nothing.
  }
  return text
}
