import { decode, encode, fromBase64, toBase64Url } from './base64.ts'

/** Whether a text that the API sent contains the proxy's credential. */
export type Leaks = (text: string) => boolean

/**
 * Recognizes what authenticated a request: the values of the authenticator's headers without scheme or cookie name, and
 * what Basic encodes. Compares letters and digits only, so that an encoded copy (URL, JSON, HTML, Base64) is found as
 * well.
 */
export function createLeaks(authHeaders: Readonly<Record<string, string>>): Leaks {
  const secrets = Object.values(authHeaders)
    .flatMap((value) => value.split(/(?:^|[ ;]+)(?:[\w-]+=(?=[^=]))?/))
    // `user:password`, if this is Basic, and the password alone.
    .flatMap((value) => [value, decode(fromBase64(value))])
    .flatMap((value) => [value, value.replace(/^[^:]*:/, '')])
    .flatMap((value) => [value, ...inBase64(value)])
    .map(lettersAndDigits)
    // Shorter values also occur in unrelated texts.
    .filter(({ length }) => length >= 8)
  return (text) => {
    const plain = lettersAndDigits(text)
    return secrets.some((secret) => plain.includes(secret))
  }
}

/** Three bytes become four characters, so there are three alignments. The ends also encode neighboring bytes. */
function inBase64(value: string): string[] {
  return [0, 1, 2].map((before) => toBase64Url(encode(' '.repeat(before) + value)).slice(before && before + 1, -1))
}

/** In lower case, and without characters that encodings change. They may write letters and digits as codes, too. */
function lettersAndDigits(text: string): string {
  return text
    .replace(escapes, (_, hex, decimal) => String.fromCharCode(decimal ?? `0x${hex}`))
    .toLowerCase()
    .replace(/[^\da-z]/g, '')
}

/** Escapes of URLs, JSON and HTML, once or several times, with the code of an ASCII character. */
const escapes =
  /(?:%(?:25)*|\\+(?:u00|x)|&(?:amp;)*#x0*(?=..;))([\da-f]{2})|&(?:amp;)*#(\d+);|\\+(?:u....|.)|&(?:amp;)*#?\w+;/gi
