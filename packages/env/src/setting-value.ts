import { Secret } from './secret.ts'

/** What a value must not match, for which settings, and what that is called. The first that applies counts. */
const FAULTS: readonly [sign: RegExp, settings: RegExp, problem?: string | undefined, hint?: string][] = [
  // Of shells, Compose, cmd, PowerShell, templates and CI systems.
  [/^(\$[{(]|\$[Ee]nv:|\$([A-Z][\dA-Z_]+|[A-Za-z_]+)$|%\w+%$|{{|#{)/, /./, 'is a reference to a variable'],
  [
    /^(@Microsoft|vault:|arn:|projects\/|(?!https?:|grpcs?:|api:)[\w+-]+:\/\/)/i,
    /(?<!Url)$/,
    'is a reference to a secret store',
  ],
  [/^(ENC[([]|{cipher})/, /./, 'is encrypted'],
  [/^(undefined|null|none|nan|\[(object \w+|redacted)])$/i, /./, 'is an unset value'],
  [/^(\*{3}|x{3,}$|<(?!default>)|(change|replace).?(me|with)|your[\W_])/i, /./, 'is a placeholder'],
  [/^(?!(saas|self.?managed|oidc|simple)$)/i, /mode$/, 'must be saas or self-managed'],
  [/^(?!(true|1|yes|false|0|no)$)/i, /dangerously/, 'must be true or false'],
  [/[^\w.-]/, /region/, 'must be an ID such as bru-2'],
  [/[^\w.-]/, /clusterId/],
  // What RFC 3986 excludes, quotes and `$`, control characters, and what a copy leaves at the end. Nor are they part of ids.
  [/[^!-~]|["'`<>{}|\\^$]|%(?![2-9A-F])|([;,]|%20)$/i, /Url|Address|clientId|udience|resource/],
  // Printable ASCII (RFC 6749, appendix A). Console's secrets have letters, digits and `.~_-` only, but on Self-Managed
  // people choose them: of the printable signs, only half a pair of quotes and a comment are surely not meant.
  [/[^ -~]|^["'`]|["'`]$|\s#/, /./],
  // A secret may have these, but more likely a copy added them: separators, white space, line ends that were escaped.
  // With a hint of its own, it is only a warning.
  [/^=|\s|([;,\\]|\\[nrt]|%20|%0[AD])$/i, /Secret/, undefined, 'Check that it is meant.'],
]

/** Takes off what a copy, an editor or a container runtime has put around or into a value without being seen. */
export function cleanValue(value: string): string {
  // Invisible characters, such as zero-width spaces; white space; quotes.
  return value
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^["'`\p{Pi}](.*)["'`\p{Pf}]$/su, '$1')
    .trim()
}

/** The value of a setting, and what is wrong with it. A problem beside a value is only worth a warning. */
export function readValue(
  setting: string,
  value: string,
  allowsInsecure: boolean,
): readonly [value: string | true | Secret | undefined, problem?: string, hint?: string | undefined] {
  const result = /Secret$/.test(setting) ? new Secret(value) : value
  for (const [sign, settings, problem, hint] of FAULTS) {
    const found = settings.test(setting) && sign.exec(value)
    if (found) return [hint ? result : undefined, problem ?? `contains ${JSON.stringify(found[0])}`, hint]
  }
  if (/^dangerously/.test(setting)) return [/^[^fn0]/i.test(value) || undefined]
  if (!/Url$/.test(setting)) return [result]
  // An @ would be a user name or password, which must not be part of an address that is printed.
  if (!/^https?:\/\/[^@]+$/i.test(value) || !URL.canParse(value)) return [undefined, 'is not a plain URL']
  const { protocol, hostname, origin, pathname } = new URL(value)
  // A secret is sent there. The parser has brought every spelling of an IPv4 address into one form.
  if (setting === 'tokenUrl')
    return protocol === 'https:' || allowsInsecure || /^((.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
      ? [value]
      : [
          undefined,
          'must be https or on localhost: anyone on the network could read the secret',
          'To accept that, set CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL=true or dangerouslyAllowInsecureTokenUrl.',
        ]
  // Base addresses end without a slash and a version, since clients append their own.
  const base = (origin + pathname)
    // Console has produced addresses with the port as a part of the path.
    .replace('/:443', '')
    // Pages of the cluster's one address: its APIs are at the cluster itself.
    .replace(/(\.api\.camunda\.io\/[^/]+).*/, '$1')
    .replace(/\/(v\d)?\/?$/, '')
    .replace(/(privateconnectivity\.camunda\.io)$/, '$1/api')
  return [setting === 'modelerUrl' ? `${base.replace(/\/api$/, '')}/api/v1` : base]
}
