/** Removes secrets from text of a server or a runtime. */
export type Redact = (text: string) => string

type Headers = Readonly<Record<string, string>>

/** Longer text is searched up to here. */
const longest = 8192
/** Longer text is returned up to here, because the rest may end inside a secret. */
const longestShown = 4096
const mark = '[redacted]'

/**
 * Creates the function that removes the secrets of one request: the headers of the authenticator, and values of other
 * headers and the body whose names end like those of secrets (`x-api-key`, `secretValue`, `password`; not
 * `secretName`). It finds them unchanged, in base64, and with percent, form, HTML and JSON escapes, in any case.
 */
export function redactor(authHeaders: Headers, headers: Headers, body: string | undefined): Redact {
  let needles: Set<string> | undefined
  return (text) => {
    needles ??= toNeedles(findSecrets(authHeaders, headers, body))
    return cutOut(text, needles)
  }
}

function cutOut(whole: string, needles: Set<string>): string {
  const text = whole.slice(0, longest)
  const chars = text.split('')
  const views: View[] = [wordsOf(text, escapes[0]), viewOf(text, /./gs)]
  for (const [view, at] of views) {
    for (const needle of needles) {
      for (let from = view.indexOf(needle); from >= 0; from = view.indexOf(needle, from + 1)) {
        const end = from + needle.length
        // Ordinary words must remain, so a short value is only removed as a whole word.
        const inWord = /[a-z\d]/.test(view.slice(from && from - 1, from) + view.slice(end, end + 1))
        if (needle.length >= 8 || !inWord) chars.fill('\0', at[from], (at[end - 1] as number) + 1)
      }
    }
  }
  if (whole.length > longest) chars.length = longestShown
  return chars.join('').replace(/\0+/g, mark).replace(escapedWords, mark)
}

/** Text whose characters are all escaped: it cannot be compared, so it is not shown. */
const escapedWords = /(?:%(?:25)*[\da-f]{2}|\\u[\da-f]{4}|&(?:amp;)*#x?[\da-f]+;){4,}/gi

const percent = String.raw`%(?:25)*[\da-f]{2}`
const html = String.raw`&(?:amp;)*#?\w+;`
const json = String.raw`\\(?:[\\bfnrt]|u[\da-f]{4})`
/**
 * What counts as an escape in a text. A secret may contain the same characters; its encoding decides which of them
 * still look like an escape: JSON doubles a backslash, and percent encoding also hides the `&` of HTML.
 */
const escapes = [[percent, html, json], [percent, html], [percent], []].map(
  (kinds) => new RegExp(kinds.join('|'), 'gi'),
)

/** The relevant pieces of a text, in lower case, and their positions. */
type View = readonly [view: string, at: readonly number[]]

function viewOf(text: string, piece: RegExp): View {
  const found = [...text.matchAll(piece)]
  return [
    found
      .map(([piece]) => piece)
      .join('')
      .toLowerCase(),
    found.map(({ index }) => index),
  ]
}

/** Returns the letters and digits of a text, which no encoding changes, with one space for everything between them. */
function wordsOf(text: string, escaped: RegExp | undefined): View {
  const spaced = text.replace(escaped as RegExp, ({ length }) => ' '.repeat(length)).replace(/[^a-z\d]/gi, ' ')
  return viewOf(spaced, /\S|(?<! ) /g)
}

/** Returns the texts to search for, in lower case. */
function toNeedles(secrets: Iterable<string>): Set<string> {
  const needles = new Set<string>()
  for (const secret of secrets) {
    // In pieces, because a text may contain a part of a long secret.
    for (const piece of secret.slice(0, 65536).match(/.{1,512}/gs) ?? []) {
      const encoded = [piece, JSON.stringify(piece).slice(1, -1)].flatMap(inBase64)
      const forms = [
        ...escapes.map((kinds) => wordsOf(piece, kinds)),
        ...encoded.map((form) => wordsOf(form, escapes[0])),
      ]
      for (const [words] of forms) {
        if (words.replace(/ /g, '').length >= 4) needles.add(words.trim())
        // Mostly special characters, or letters beyond ASCII.
        else if (piece.length >= 4) {
          const wellFormed = piece.replace(/[\ud800-\udfff]/gu, '')
          needles.add(piece.toLowerCase()).add(encodeURIComponent(wellFormed).toLowerCase())
        }
      }
    }
  }
  return needles
}

/**
 * Returns a text as it looks inside base64: three bytes become four characters, so there are three possible alignments.
 */
function inBase64(text: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  // Without characters that share bits with their neighbors.
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
    if (!(Object.hasOwn(authHeaders, name) || secretName.test(name))) continue
    // The scheme (`Bearer`) is not secret. What follows is, even alone, and so is a cookie without its name.
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
