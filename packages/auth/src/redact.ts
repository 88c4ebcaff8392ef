/** Text of a foreign origin (a server's answer, a runtime's error), made fit for an error message. */
export function redact(text: string, secret: string): string {
  let clean = text
  // The secret as it is, and in the two ways it is encoded on the wire.
  for (const form of [secret, encodeURIComponent(secret), new URLSearchParams([['', secret]]).toString().slice(1)]) {
    clean = clean.replaceAll(form, '[redacted]')
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a log line
  return clean.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 300)
}
