/**
 * Cleans text of a server or a runtime for an error message: without secrets, without control characters, and
 * shortened. Text that is percent-encoded, or escaped for HTML or JSON, may contain a secret in an unexpected form, so
 * it is left out, with everything after it; so is any word as long as an encoded secret.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // A secret with spaces is also removed in parts, because the next step compares words.
  const parts = (secret: string): string[] => secret.split(' ').filter((part) => part.length > 3)
  const forms = secrets.flatMap((secret) => [secret, secret.replaceAll(' ', '+'), ...parts(secret)]).filter(Boolean)
  const pattern = forms.map((form) => form.replace(/\W/g, '\\$&')).join('|') || '(?!)'
  return (
    text
      .replace(new RegExp(pattern, 'gi'), '[redacted]')
      .slice(0, 1000)
      .replace(/\S*(%[\da-f]{2}|&#?\w+;|\\)[\s\S]*|[\w+/]{24,}=*/gi, '[redacted]')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a log line
      .replace(/[\u0000-\u001f\u007f]+/g, ' ')
      .slice(0, 300)
  )
}
