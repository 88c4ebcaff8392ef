import type { Credentials } from './credentials.ts'
import { CredentialsError, FORMAT, issueOf } from './errors.ts'
import { describeForeignText } from './foreign-text.ts'
import { parseVariables } from './parse-variables.ts'
import { type ReadOptions, requireKinds } from './read-credentials.ts'
import { isKnownName } from './variable-names.ts'

/**
 * Everything a file of credentials says: the file that Console offers when an API client is made, and what people make of it.
 * Understands `export NAME='value'`, `.env` files, PowerShell (`$Env:NAME = "value"`) and cmd (`set NAME=value`), Spring Boot's
 * `application.properties` and `application.yaml`, JSON with a member on each line, and mixtures of them. Nothing is executed or
 * expanded, and a value ends where its line does.
 *
 * @param text the file as text, up to 256 Ki characters
 * @throws {@link CredentialsError} as {@link readCredentials} does, and with `code` `not_credentials` when the text is something
 * else: empty, a PDF, a web page, UTF-16 that was read as UTF-8, too long
 * @example
 * const { organization } = parseCredentials(`
 *   export CAMUNDA_CONSOLE_CLIENT_ID='id'
 *   export CAMUNDA_CONSOLE_CLIENT_SECRET='secret'
 * `)
 * organization?.modelerUrl // 'https://modeler.cloud.camunda.io/api/v1'
 */
export function parseCredentials(text: string, options?: ReadOptions): Credentials {
  // Bytes of Node become text by this, and what is no text at all becomes a text without credentials.
  const source = String(text)
  const foreign = describeForeignText(source)
  const entries = parseVariables(foreign ? '' : source)
  if (!entries.some(([name]) => isKnownName(name))) {
    throw new CredentialsError('not_credentials', [issueOf('text', foreign ?? 'has no credentials', FORMAT)])
  }
  return requireKinds(['cluster', 'organization'], entries, options)
}
