import type { Credentials } from './credentials.ts'
import { CredentialsError, FORMAT, issueOf } from './errors.ts'
import { parseVariables } from './parse-variables.ts'
import { type ReadOptions, requireKinds } from './read-credentials.ts'
import { isCamundaName } from './variable-names.ts'

/** The longest text that is read: longer than any configuration, and short enough to limit time and memory. */
const MAX_CHARACTERS = 2 ** 18

/**
 * Returns the credentials in a file: the one that Console offers when you create an API client, or your own version of
 * it. Reads `export NAME='value'`, `.env` files, PowerShell (`$Env:NAME = "value"`), cmd (`set NAME=value`),
 * Dockerfiles, Compose, systemd units, Makefiles, Spring Boot's `application.properties` and `application.yaml`, JSON
 * with names as keys, and mixtures of them. Nothing is executed or expanded, and a value ends where its line does. A
 * line that could not be read is named in `warnings` or in the error.
 *
 * @param text the file as text, up to 256 Ki characters
 * @throws {@link CredentialsError} like {@link readCredentials}, and with `code` `not_credentials` if the text is too
 * long or has none of the variables: empty, a PDF, a web page, UTF-16 that was read as UTF-8
 * @example
 * const { organization } = parseCredentials(`
 *   export CAMUNDA_CONSOLE_CLIENT_ID='id'
 *   export CAMUNDA_CONSOLE_CLIENT_SECRET='secret'
 *   export CAMUNDA_OAUTH_URL='https://login.cloud.camunda.io/oauth/token'
 * `)
 * organization?.modelerUrl // 'https://modeler.cloud.camunda.io/api/v1'
 */
export function parseCredentials(text: string, options?: ReadOptions): Credentials {
  // Turns Node's bytes into text, and anything that is not text into text without credentials.
  const source = String(text)
  const isTooLong = source.length > MAX_CHARACTERS
  const entries = isTooLong ? [] : parseVariables(source)
  if (!entries.some(([name]) => isCamundaName(name))) {
    throw new CredentialsError('not_credentials', [
      issueOf('text', isTooLong ? 'is too long' : 'has no credentials', FORMAT),
    ])
  }
  return requireKinds(['cluster', 'organization'], entries, options)
}
