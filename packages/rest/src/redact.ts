/** Takes secrets out of a text that a server or a runtime wrote. */
export type Redact = (text: string) => string

type Headers = Readonly<Record<string, string>>

/** More of a text is not searched, and not returned. */
const longest = 8192
const mark = '[redacted]'

/**
 * Knows the secrets of one request: the headers of the authenticator, and what further headers and the body hold under a
 * name that ends like that of a secret (`x-api-key`, `secretValue`, `password`; not `secretName`). Finds them as they are,
 * in base64, and with percent, form, HTML and JSON escapes, whatever the case.
 */
export function redactor(authHeaders: Headers, headers: Headers, body: string | undefined): Redact {
  let needles: Needles | undefined
  return (text) => {
    needles ??= toNeedles(findSecrets(authHeaders, headers, body))
    const clean = cutOut(text.slice(0, longest), needles)
    // What was cut off may end within a secret, which is shown only where another one made the text shorter.
    const end = text.length > longest ? clean.lastIndexOf(mark) : -1
    return end < 0 ? clean : clean.slice(0, end + mark.length)
  }
}

/** What to look for, in lower case. */
interface Needles {
  /** Letters and digits, which no encoding escapes, and a space for what is between them. */
  readonly words: Set<string>
  /** Secrets that are mostly special characters, or letters beyond ASCII. */
  readonly exact: Set<string>
}

function cutOut(text: string, { words, exact }: Needles): string {
  const chars = text.split('')
  const cut = (view: string, needles: Iterable<string>, whereIs = (index: number): number => index): void => {
    for (const needle of needles) {
      for (let from = view.indexOf(needle); from >= 0; from = view.indexOf(needle, from + 1)) {
        const end = from + needle.length
        // Ordinary words have to stay, so a short value counts only as a word of its own.
        const inWord = /[a-z\d]/.test(view.slice(from && from - 1, from) + view.slice(end, end + 1))
        if (needle.length >= 8 || !inWord) chars.fill('\0', whereIs(from), whereIs(end - 1) + 1)
      }
    }
  }
  const [plain, at] = plainForm(text, true)
  cut(plain, words, (index) => at[index] as number)
  cut(text.toLowerCase(), exact)
  return chars.join('').replace(/\0+/g, mark)
}

const escapes = /%(?:25)*[\da-f]{2}|\\(?:[\\bfnrt]|u[\da-f]{4})|&(?:amp;)*#?\w+;/gi

/** The letters and digits of a text, in lower case, with one space for whatever is between them; and where each is. */
function plainForm(text: string, escaped: boolean): [plain: string, at: number[]] {
  const unescaped = escaped ? text.replace(escapes, ({ length }) => ' '.repeat(length)) : text
  const found = [...unescaped.matchAll(/[a-z\d]|[^a-z\d]+/gi)]
  const plain = found.map(([part]) => (/^[a-z\d]/i.test(part) ? part : ' '))
  return [plain.join('').toLowerCase(), found.map(({ index }) => index)]
}

function toNeedles(secrets: Iterable<string>): Needles {
  const words = new Set<string>()
  const exact = new Set<string>()
  for (const secret of secrets) {
    // In pieces, since a text may hold a part of a long one.
    for (const piece of secret.slice(0, 65536).match(/.{1,2048}/gs) ?? []) {
      const encoded = [piece, JSON.stringify(piece).slice(1, -1)].flatMap(inBase64)
      // With and without what looks like an escape itself.
      const forms = [plainForm(piece, true), ...[piece, ...encoded].map((form) => plainForm(form, false))]
      for (const [plain] of forms) {
        if (plain.replace(/ /g, '').length >= 4) words.add(plain.trim())
        else if (piece.length >= 4) {
          const wellFormed = piece.replace(/[\ud800-\udfff]/gu, '')
          exact.add(piece.toLowerCase()).add(encodeURIComponent(wellFormed).toLowerCase())
        }
      }
    }
  }
  return { words, exact }
}

/** A text as it looks within base64: three bytes become four characters, so it may begin in three ways. */
function inBase64(text: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  // Without the characters that share bits with what is around.
  return [0, 1, 2].map((before) =>
    btoa(' '.repeat(before) + bytes)
      .slice(before && before + 1)
      .replace(/.=+$/, ''),
  )
}

const secretName = /(password|passphrase|secret(value)?|token|(api|private)[_-]?key|authorization|cookie)s?$/i

function findSecrets(authHeaders: Headers, headers: Headers, body: string | undefined): Set<string> {
  const secrets = new Set<string>()
  const collect = (value: unknown, secret: boolean): void => {
    if (typeof value === 'object') {
      for (const [name, member] of Object.entries(value ?? {})) collect(member, secret || secretName.test(name))
    } else if (secret && typeof value !== 'boolean') secrets.add(String(value))
  }
  for (const [name, value] of Object.entries({ ...headers, ...authHeaders })) {
    if (!(name in authHeaders || secretName.test(name))) continue
    // The scheme (`Bearer`) is no secret; what follows is one without it too, and so is a cookie without its name.
    const [scheme = '', ...parts] = value.split(/[\s;,"]+/)
    if (scheme.includes('=')) parts.push(scheme)
    secrets.add(value)
    for (const part of parts) secrets.add(part).add(part.slice(part.indexOf('=') + 1))
    if (/^basic$/i.test(scheme)) {
      const pair = fromBase64(parts[0] ?? '')
      secrets.add(pair).add(pair.slice(pair.indexOf(':') + 1))
    }
  }
  if (body) collect(JSON.parse(body), false)
  return secrets
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)))
  } catch {
    return ''
  }
}
