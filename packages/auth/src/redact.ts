/**
 * Text of a foreign origin (a server's response, a runtime's error), made fit for an error message: without the secrets,
 * without control characters, and not too long. Whatever comes percent-encoded or escaped, for a URL, HTML or JSON, may
 * hold a secret in a form that nobody thought of: it is not shown, nor what follows it.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // A secret with spaces also in parts, since the next step goes by words.
  const parts = (secret: string): string[] => secret.split(' ').filter((part) => part.length > 3)
  const forms = secrets.flatMap((secret) => [secret, secret.replaceAll(' ', '+'), ...parts(secret)]).filter(Boolean)
  const pattern = forms.map((form) => form.replace(/\W/g, '\\$&')).join('|') || '(?!)'
  return (
    text
      .replace(new RegExp(pattern, 'gi'), '[redacted]')
      .slice(0, 1000)
      .replace(/\S*(%[\da-f]{2}|&#?\w+;|\\)[\s\S]*/i, '[redacted]')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a log line
      .replace(/[\u0000-\u001f\u007f]+/g, ' ')
      .slice(0, 300)
  )
}
