import type { Api } from '../apis.ts'
import type { WireRequest } from './wire-request.ts'

/** The variables of a downloaded file that identify the client. */
const clientVariables: Readonly<Record<Api['credentials'], string>> = {
  cluster: 'CAMUNDA_CLIENT',
  organization: 'CAMUNDA_CONSOLE_CLIENT',
}

/**
 * A call as shell commands: one for the token, one for the call. The secret and the token go through pipes, because the
 * arguments of a process are visible to everybody on the machine.
 */
export function curlSnippet(
  api: Api,
  { method, path, headers, body, form = [] }: WireRequest,
  notes: readonly string[] = [],
): string {
  const { credentials, shell } = api
  const client = clientVariables[credentials]
  const request = [
    `curl --silent --show-error --fail-with-body --request ${method}`,
    `"${addressValue(api)}"${shellQuote(path)}`,
    '--header @-',
    ...headers.map(([name, value]) => `--header ${shellQuote(`${name}: ${value}`)}`),
    ...form.map((part) => `--form ${shellQuote(part)}`),
    ...(body === undefined ? [] : [`--data-binary ${shellQuote(body)}`]),
  ]
  return `#!/bin/sh
# source the ${credentials} client's credentials file, then run: sh call.sh
${notes.map((note) => `# ${note}\n`).join('')}set -eu

token=$(printf %s "$${client}_SECRET" |
  curl --silent --show-error --fail-with-body "\${CAMUNDA_OAUTH_URL:-https://login.cloud.camunda.io/oauth/token}" \\
    --data grant_type=client_credentials \\
    --data-urlencode "client_id=$${client}_ID" \\
    --data-urlencode client_secret@- \\
    --data-urlencode "audience=${variableOr(shell.audience, api.audience)}" |
  sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')
: "\${token:?There is no token in the response of the token endpoint}"

printf 'authorization: Bearer %s\\n' "$token" |
  ${request.join(' \\\n    ')}
`
}

/** The address including the version, part of which the variable may already have. */
function addressValue({ baseUrl, versionPath, shell }: Api): string {
  const { includes = '', otherwise = `${baseUrl}${includes}` } = shell
  return variableOr(shell.address, otherwise) + versionPath.slice(includes.length)
}

const variableOr = (variable: string, otherwise: string): string => `\${${variable}:-${otherwise}}`

/** A text as one word of the shell. Inside single quotes, no character is special. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
