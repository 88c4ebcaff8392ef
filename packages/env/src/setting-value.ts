import { Secret } from './secret.ts'

/** How references begin that nothing has resolved: of shells, CI systems, templates, password managers and clouds. */
const PLACEHOLDER =
  /^(\$\W|\$[A-Z_]+$|<(?!default>)|{{|%\w+%$|(?!https?:|grpcs?:|api:)[\w+-]+:\/\/|arn:|projects\/|undefined$|null$|change.?me|your[\W_]|[x*]{3,}$)/i

/** Takes off what a copy, an editor or a container runtime has put around or into a value without being seen. */
export function cleanValue(value: string): string {
  // Invisible characters, such as zero-width spaces; white space; quotes.
  return value
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^["'`\p{Pi}](.*)["'`\p{Pf}]$/su, '$1')
    .trim()
}

/** The value of a setting, unless `reject` is told why it cannot work. Ids and regions are opaque: only their characters are checked. */
export function readValue(
  setting: string,
  value: string,
  allowsInsecure: boolean,
  reject: (problem: string) => undefined,
): string | Secret | undefined {
  if (PLACEHOLDER.test(value)) return reject('is a placeholder')
  // Client ids and secrets are printable ASCII (RFC 6749, appendix A).
  const [odd] =
    (/^(region|clusterId)$/.test(setting)
      ? /[^\w.-]/
      : setting === 'clientId'
        ? /[^!-~]|["'`;\\]/
        : /Url|Address/.test(setting)
          ? /\s/
          : /[^ -~]/
    ).exec(value) ?? []
  if (odd)
    return reject(`${setting === 'region' ? 'must be an ID such as bru-2, but ' : ''}contains ${JSON.stringify(odd)}`)
  if (/Secret$/.test(setting)) return new Secret(value)
  if (setting === 'mode' && !/^(saas|self.?managed|oidc|simple)$/i.test(value))
    return reject('must be saas or self-managed')
  if (!/Url$/.test(setting)) return value
  // An @ would be a user name or password, which must not be part of an address that is printed.
  if (!/^https?:\/\/[^@]+$/i.test(value) || !URL.canParse(value)) return reject('is not a plain URL')
  const { protocol, hostname, origin, pathname } = new URL(value)
  // A secret is sent there. The parser has brought every spelling of an IPv4 address into one form.
  if (setting === 'tokenUrl')
    return protocol === 'https:' || allowsInsecure || /^((.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
      ? value
      : reject(
          'must be https or on localhost: anyone on the network could read the secret, unless CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL=true or dangerouslyAllowInsecureTokenUrl accepts that',
        )
  // Base addresses end without a slash and a version, since clients append their own.
  const base = (origin + pathname)
    // Console has produced addresses with the port as a part of the path.
    .replace('/:443', '')
    // Pages of the cluster's one address: its APIs are at the cluster itself.
    .replace(/(\.api\.camunda\.io\/[^/]+).*/, '$1')
    .replace(/\/(v\d)?\/?$/, '')
    .replace(/(privateconnectivity\.camunda\.io)$/, '$1/api')
  return setting === 'modelerUrl' ? `${base.replace(/\/api$/, '')}/api/v1` : base
}
