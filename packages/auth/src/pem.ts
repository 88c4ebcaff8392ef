/** The content of a PEM text. */
export interface Pem {
  /** The names of its blocks, such as `RSA PRIVATE KEY`. */
  readonly labels: readonly string[]
  /** The content of the first block with the label; undefined if there is none, or it is not base64. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined
}

/**
 * Reads a block of a PEM text in the forms that files, variables and secret stores have: with line breaks
 * written as `\n`, in quotes, encoded in base64 once more, next to other blocks, or on one line.
 *
 * @see [RFC 7468](https://www.rfc-editor.org/rfc/rfc7468.html)
 */
export function readPem(text: string, label: string): Pem {
  // Up to the next dash, for texts whose END was lost. If more is missing, importing the key fails.
  const blocks = [...plainText(text).matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)/g)]
  const labels = [...new Set(blocks.map(([, name = '']) => name))]
  const block = blocks.find(([, name]) => name === label)
  return { labels, bytes: fromBase64(block?.[2] ?? '') }
}

/** Replaces line breaks that are written as two characters by white space, which is ignored. */
function plainText(text: string): string {
  const broken = (escaped: string): string => escaped.replace(/\\+[rn]/g, '\n')
  if (text.includes('-----BEGIN')) return broken(text)
  const bytes = fromBase64(broken(text).replace(/["'`]/g, ''))
  return bytes ? broken(new TextDecoder().decode(bytes)) : ''
}

/** Returns undefined if the text is empty or not base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0))
    return bytes.length ? bytes : undefined
  } catch {
    return undefined
  }
}
