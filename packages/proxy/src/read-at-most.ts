import type { Deadline } from './deadline.ts'
import type { Refusal } from './refusal.ts'

/**
 * Reads a body into memory; returns undefined if it is longer than `limit` bytes.
 *
 * @throws The deadline's refusal, or `broken` if the body breaks off.
 */
export async function readAtMost(
  body: ReadableStream<Uint8Array>,
  limit: number,
  deadline: Deadline,
  broken: Refusal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = body.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  try {
    while (length <= limit) {
      const { done, value } = await deadline.race(
        () => reader.read(),
        () => broken,
      )
      if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
      length += value.byteLength
      chunks.push(value as Uint8Array<ArrayBuffer>)
    }
    return undefined
  } finally {
    // Has no effect on a body that was read completely.
    void reader.cancel().catch(() => {})
  }
}
