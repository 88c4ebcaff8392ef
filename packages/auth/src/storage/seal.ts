/** What is derived from a storage key: a name that reveals nothing, and encryption for the record of that name. */
export interface Seal {
  /** 64 hexadecimal digits. */
  readonly name: string
  close(text: string): Promise<string>
  /** Returns undefined if the text was tampered with, cut off, or encrypted under another key. */
  open(sealed: string): Promise<string | undefined>
}

const IV_BYTES = 12

/**
 * Derives a name and an AES-256-GCM key from a storage key with HKDF. The storage key of a token contains the client
 * secret, so nothing can be read without it, and another secret has another name.
 *
 * @see [RFC 5869](https://www.rfc-editor.org/rfc/rfc5869.html)
 */
export async function createSeal(storageKey: string): Promise<Seal> {
  const { subtle } = crypto
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: bytes(''), info: bytes('token storage') }

  const material = await subtle.importKey('raw', bytes(storageKey), 'HKDF', false, ['deriveBits'])
  const derived = new Uint8Array(await subtle.deriveBits(hkdf, material, 512))
  const key = await subtle.importKey('raw', derived.slice(32), 'AES-GCM', false, ['encrypt', 'decrypt'])

  return {
    name: Array.from(derived.slice(0, 32), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    async close(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes(text)))
      return btoa(Array.from([...iv, ...sealed], (byte) => String.fromCharCode(byte)).join(''))
    },
    async open(sealed) {
      try {
        const all = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0))
        const iv = all.slice(0, IV_BYTES)
        return new TextDecoder().decode(await subtle.decrypt({ name: 'AES-GCM', iv }, key, all.slice(IV_BYTES)))
      } catch {
        return undefined
      }
    },
  }
}
