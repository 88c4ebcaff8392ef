import { vi } from 'vitest'

/**
 * Ciphers that are done at once: the real ones work in threads, where fake time does not wait for them. What matters to
 * the model is kept: another key opens nothing, and neither does what was tampered with.
 */
export function stubInstantCrypto(): void {
  const { getRandomValues, randomUUID } = globalThis.crypto
  const hash = (text: string): Uint8Array => {
    const state = Uint32Array.from({ length: 8 }, (_, i) => i + 1)
    for (const char of text) {
      for (let i = 0; i < 8; i++) state[i] = Math.imul((state[i] ?? 0) ^ (char.codePointAt(0) ?? 0), 16_777_619 + 2 * i)
    }
    return new Uint8Array(state.buffer)
  }
  const text = (bytes: BufferSource): string => new TextDecoder().decode(bytes)
  const subtle = {
    importKey: async (_format: string, bytes: Uint8Array<ArrayBuffer>, use: string) =>
      use === 'HKDF' ? text(bytes) : bytes,
    deriveBits: async (_hkdf: object, key: string) => Uint8Array.from([...hash(key), ...hash(`seal ${key}`)]).buffer,
    encrypt: async (_cipher: object, key: Uint8Array, bytes: Uint8Array) => Uint8Array.from([...key, ...bytes]).buffer,
    decrypt: async (_cipher: object, key: Uint8Array, bytes: Uint8Array) => {
      if (key.some((byte, i) => byte !== bytes[i])) throw new Error('another key')
      return bytes.slice(key.length).buffer
    },
  }
  const bound = { getRandomValues: getRandomValues.bind(crypto), randomUUID: randomUUID.bind(crypto) }
  vi.stubGlobal('crypto', { ...bound, subtle })
}
