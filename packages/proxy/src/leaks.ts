import { decode, fromBase64 } from './base64.ts'

/** Whether a text that the API sent contains the proxy's credential. */
export type Leaks = (text: string) => boolean

/**
 * Recognizes what authenticated a request: the values of the authenticator's headers without scheme or cookie name, and
 * what Basic encodes. Compares letters and digits only, so that an encoded copy (URL, JSON, HTML) is found too.
 */
export function createLeaks(authHeaders: Readonly<Record<string, string>>): Leaks {
  const secrets = Object.values(authHeaders)
    .flatMap((value) => value.split(/(?:^|[ ;]+)(?:[\w-]+=(?=[^=]))?/))
    .flatMap((value) => {
      // `user:password`, if this is Basic, and the password alone.
      const pair = decode(fromBase64(value))
      return [value, pair, pair.replace(/^[^:]*:/, '')]
    })
    .map(lettersAndDigits)
    // What is shorter is found in texts that have nothing to do with it.
    .filter(({ length }) => length >= 8)
  return (text) => {
    const plain = lettersAndDigits(text)
    return secrets.some((secret) => plain.includes(secret))
  }
}

/** Encodings write letters and digits as they are, and the rest in one of these forms. */
function lettersAndDigits(text: string): string {
  return text.replace(/%(25)*[\da-f]{2}|\\+(u[\da-f]{4}|x[\da-f]{2}|.)|&(amp;)*#?\w+;|[^\da-z]/gi, '')
}
