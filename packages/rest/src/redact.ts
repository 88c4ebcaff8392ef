/** Takes secrets out of a text that a server sent. */
export type Redact = (text: string) => string

/**
 * Knows the secrets of one request: the values of the authenticator's headers, and what the body holds under a name that
 * ends like that of a secret (`secretValue`, `clientSecret`, `password`; not `secretName`).
 */
export function redactor(authHeaders: Readonly<Record<string, string>>, body: string | undefined): Redact {
  // The scheme ("Bearer") is no secret, but what follows is one without it too.
  const secrets = Object.values(authHeaders)
    .flatMap((value) => [value, ...value.split(' ')])
    .filter((value) => value.length >= 8)
  if (body) {
    JSON.parse(body, (name, value: unknown) => {
      // Also as a server writes it whose answer breaks off and so is not read as JSON.
      if (value && typeof value === 'string' && secretName.test(name))
        secrets.push(value, JSON.stringify(value).slice(1, -1))
      return value
    })
  }
  return (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text)
}

const secretName = /(password|secret(value)?|token)$/i
