import type { Credentials } from './credentials.ts'
import type { CredentialsError, CredentialsIssue } from './errors.ts'
import { parseCredentials } from './parse-credentials.ts'
import { parseVariables } from './parse-variables.ts'
import { type Kind, resolve } from './resolve.ts'
import { CLIENT_NAMES, ENDS, NAMES, variableKey } from './variable-names.ts'
import { Variables } from './variables.ts'

/** What one line of a file of credentials is. */
export interface ExplainedLine {
  /** From 1 on. */
  readonly line: number
  /** Under the name it has in the text; undefined for a line that could not be read. */
  readonly variable?: string | undefined
  /** What it sets, such as `operateUrl`, `clientId` or `clientSecret`; undefined where this package has no use for it. */
  readonly setting?: string | undefined
  /** Whose setting it is; undefined where it belongs to both kinds of clients. */
  readonly belongsTo?: Kind | undefined
  /** Undefined for a secret, and where nobody knows whether it is one. */
  readonly value?: string | undefined
  /** What is wrong with it, or odd. */
  readonly remarks: readonly CredentialsIssue[]
}

/** Something that credentials open. */
export interface OpenedApi {
  /** As in {@link Credentials}: `operateUrl`, `consoleUrl`, … */
  readonly setting: string
  readonly url: string
  readonly credentials: Kind
}

/** What a text says about how to reach Camunda, for a person to read. */
export interface CredentialsExplanation {
  readonly lines: readonly ExplainedLine[]
  /** What `parseCredentials` makes of it; undefined where it throws. */
  readonly credentials?: Credentials | undefined
  /** What `parseCredentials` throws. */
  readonly error?: CredentialsError | undefined
  readonly opens: readonly OpenedApi[]
  /** What to set, and where to get it, for each kind of client that the text does not hold. */
  readonly missing: Readonly<Partial<Record<Kind, readonly CredentialsIssue[]>>>
}

/**
 * Explains a file of credentials line by line: what each line sets, what is wrong, what all of it opens and what is missing for
 * the rest. Reads what `parseCredentials` reads. Never throws, and holds no secret but the `Secret` objects of `credentials`.
 *
 * @example
 * const { lines, opens } = explainCredentials("export CAMUNDA_CLUSTER_REGION='bru-2'")
 * lines // [{ line: 1, variable: 'CAMUNDA_CLUSTER_REGION', setting: 'region', belongsTo: 'cluster', value: 'bru-2', remarks: [] }]
 * opens // []: there is no client
 */
export function explainCredentials(text: string): CredentialsExplanation {
  const { credentials, error } = attempt(text)
  const { entries, skipped } = parseVariables(error?.code === 'not_credentials' ? '' : text)
  const remarks = [...(error?.issues ?? []), ...(credentials?.warnings ?? [])]
  const explained = entries.map(([variable, value, line]): ExplainedLine => {
    const { setting, belongsTo } = findSetting(variable)
    return {
      line,
      variable,
      setting,
      belongsTo,
      value: setting === undefined || setting === 'clientSecret' ? undefined : value,
      remarks: remarks.filter((remark) => remark.variable === variable),
    }
  })
  const unread = skipped.map((line): ExplainedLine => ({ line, remarks: remarks.filter(isAboutText) }))
  return {
    lines: [...explained, ...unread].sort((one, other) => one.line - other.line),
    credentials,
    error,
    opens: kinds.flatMap((kind) => listOpened(credentials, kind)),
    missing: listMissing(credentials, new Variables(entries)),
  }
}

const kinds = ['cluster', 'organization'] as const

function attempt(text: string): Pick<CredentialsExplanation, 'credentials' | 'error'> {
  try {
    return { credentials: parseCredentials(text) }
  } catch (error) {
    return { error: error as CredentialsError }
  }
}

/** What a variable sets, whatever the year of its name. */
function findSetting(variable: string): Pick<ExplainedLine, 'setting' | 'belongsTo'> {
  const key = variableKey(variable)
  const isNamed = (names: readonly string[]): boolean => names.some((name) => variableKey(name) === key)
  for (const kind of kinds) {
    for (const end of ENDS) {
      const names = CLIENT_NAMES[kind].map((family) => family + end)
      if (isNamed(names)) return { setting: end === 'ID' ? 'clientId' : 'clientSecret', belongsTo: kind }
    }
  }
  for (const [group, settings] of Object.entries(NAMES)) {
    const [setting] = Object.entries(settings).find(([, names]) => isNamed(names)) ?? []
    if (setting) return { setting, belongsTo: kinds.find((kind) => kind === group) }
  }
  return {}
}

function listOpened(credentials: Credentials | undefined, kind: Kind): OpenedApi[] {
  return Object.entries(credentials?.[kind] ?? {}).flatMap(([setting, url]) =>
    setting.endsWith('Url') && setting !== 'tokenUrl' && typeof url === 'string'
      ? [{ setting, url, credentials: kind }]
      : [],
  )
}

function listMissing(credentials: Credentials | undefined, variables: Variables): CredentialsExplanation['missing'] {
  const { issues, absent } = resolve(variables)
  const wanting = kinds.filter((kind) => !credentials?.[kind])
  return Object.fromEntries(wanting.map((kind) => [kind, [...absent[kind], ...issues[kind]]]))
}

function isAboutText({ variable }: CredentialsIssue): boolean {
  return variable === 'text'
}

export type { Kind } from './resolve.ts'
