import { Secret } from './secret.ts'

/** Patterns that values of these settings must not match, and the problem to report. The first match counts. */
const FAULTS: readonly [sign: RegExp, settings: RegExp, problem?: string | undefined, hint?: string][] = [
  // References of shells, Compose, cmd, PowerShell, templates and CI systems.
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
  // Characters that RFC 3986 excludes, quotes and `$`, control characters, and remains of copying at the end. IDs have
  // none of them.
  [/[^!-~]|["'`<>{}|\\^$]|%(?![2-9A-F])|([;,]|%20)$/i, /Url|Address|clientId|udience|resource/],
  // Printable ASCII (RFC 6749, appendix A). Console's secrets have letters, digits and `.~_-` only, but on Self-Managed
  // people choose them: of the printable characters, only an unpaired quote and a comment are certainly unintended.
  [/[^ -~]|^["'`]|["'`]$|\s#/, /./],
  // A secret may contain these, but more likely they were copied with it: separators, white space, escaped line ends. A
  // fault with its own hint is only a warning.
  [/^=|\s|([;,\\]|\\[nrt]|%20|%0[AD])$/i, /Secret/, undefined, 'Check the value.'],
]

/** Removes invisible characters, white space and quotes that copying, an editor or a container runtime has added. */
export function cleanValue(value: string): string {
  // Invisible characters, such as zero-width spaces; white space; quotes.
  return value
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^["'`\p{Pi}](.*)["'`\p{Pf}]$/su, '$1')
    .trim()
}

/** Returns the value of a setting and its problem. A problem next to a value is only a warning. */
export function readValue(
  setting: string,
  value: string,
  allowsInsecure: boolean,
): readonly [value: string | true | Secret | undefined, problem?: string | undefined, hint?: string | undefined] {
  const result = /Secret$/.test(setting) ? new Secret(value) : value
  for (const [sign, settings, problem, hint] of FAULTS) {
    const found = settings.test(setting) && sign.exec(value)
    if (found) return [hint ? result : undefined, problem ?? `contains ${JSON.stringify(found[0])}`, hint]
  }
  if (/^dangerously/.test(setting)) return [/^[^fn0]/i.test(value) || undefined]
  if (!/Url$/.test(setting)) return [result]
  // An @ means a user name or password, and addresses are printed.
  if (!/^https?:\/\/[^@]+$/i.test(value) || !URL.canParse(value)) return [undefined, 'is not a plain URL']
  const { origin, pathname } = new URL(value)
  // A secret is sent there. The parser has normalized every spelling of an IPv4 address.
  if (setting === 'tokenUrl')
    return allowsInsecure || /^http(s|:..((.+\.)?localhost|127\.[\d.]+|\[::1\])(:|$))/.test(origin)
      ? [value]
      : [
          undefined,
          'must be https or on localhost: others can read the secret',
          'Or set CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL=true or dangerouslyAllowInsecureTokenUrl.',
        ]
  // Base addresses end without a slash and a version, since clients append their own. Camunda 8.10 removed the product
  // hosts, and with them the APIs of Operate and Tasklist.
  const successor = origin.replace(/\.(zeebe|operate|tasklist)(?=\.camunda\.io$)/, '.api')
  const base = ((setting === 'restUrl' ? successor : origin) + pathname)
    // Console has produced addresses with the port in the path.
    .replace('/:443', '')
    // Pages below the cluster's single address: its APIs are at the cluster itself.
    .replace(/(\.api\.camunda\.io\/[^/]+).*|\/(v\d)?\/?$/, '$1')
    .replace(/privateconnectivity\.camunda\.io$/, '$&/api')
  if (setting === 'modelerUrl') return [base.replace(/(\/api)?$/, '/api/v1')]
  return [base, successor === origin ? undefined : 'has a host removed in 8.10', 'Use restUrl.']
}
