import type { Credentials } from './credentials.ts'
import type { CredentialsError, CredentialsIssue } from './errors.ts'
import { parseCredentials } from './parse-credentials.ts'
import { parseVariables } from './parse-variables.ts'
import type { ReadOptions } from './read-credentials.ts'
import { type Kind, resolve } from './resolve.ts'
import { NAMES, variableKey } from './variable-names.ts'
import { collectVariables, type Entry } from './variables.ts'

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
export function explainCredentials(text: string, options?: ReadOptions): CredentialsExplanation {
  const { credentials, error } = attempt(text, options)
  const entries = error?.code === 'not_credentials' ? [] : parseVariables(text)
  const settings = settingsByKey()
  const remarksOf = groupRemarks([...(error?.issues ?? []), ...(credentials?.warnings ?? [])])
  return {
    lines: entries.map(([variable, value, line = 0]): ExplainedLine => {
      const remarks = remarksOf(variable, line)
      if (value === undefined) return { line, remarks }
      const { setting, belongsTo } = settings.get(variableKey(variable)) ?? {}
      return { line, variable, setting, belongsTo, value: isShown(setting, value) ? value : undefined, remarks }
    }),
    credentials,
    error,
    opens: kinds.flatMap((kind) => listOpened(credentials, kind)),
    missing: listMissing(credentials, entries),
  }
}

const kinds = ['cluster', 'organization'] as const

function attempt(text: string, options?: ReadOptions): Pick<CredentialsExplanation, 'credentials' | 'error'> {
  try {
    return { credentials: parseCredentials(text, options) }
  } catch (error) {
    return { error: error as CredentialsError }
  }
}

/**
 * Finds remarks by the variable and the line they are about: a variable may be there twice. Those about one line are returned
 * once, however often the variable stands on it.
 */
function groupRemarks(remarks: readonly CredentialsIssue[]): (variable: string, line: number) => CredentialsIssue[] {
  const groups = new Map<string, CredentialsIssue[]>()
  for (const remark of remarks) {
    const line = /\(line (\d+)\)$/.exec(remark.problem)?.[1] ?? ''
    const key = `${remark.variable} ${line}`
    const group = groups.get(key)
    if (group) group.push(remark)
    else groups.set(key, [remark])
  }
  return (variable, line) => {
    const key = `${variable} ${line}`
    const found = [...(groups.get(`${variable} `) ?? []), ...(groups.get(key) ?? [])]
    groups.delete(key)
    return found
  }
}

/** Secrets are not shown, nor values of which nobody knows whether they are one, nor addresses with a user name or password. */
function isShown(setting: string | undefined, value: unknown): value is string {
  return (
    setting !== undefined && setting !== 'clientSecret' && !(/(Url|Address)$/.test(setting) && /@/.test(String(value)))
  )
}

type Setting = Pick<ExplainedLine, 'setting' | 'belongsTo'>

/** What each variable sets, whatever the year of its name, by the key of the name. */
function settingsByKey(): ReadonlyMap<string, Setting> {
  const entries = Object.entries(NAMES).flatMap(([group, settings]) =>
    Object.entries(settings).flatMap(([setting, names]) =>
      names
        .split(' ')
        .map((name): [string, Setting] => [
          variableKey(`CAMUNDA_${name}`),
          { setting, belongsTo: kinds.find((kind) => kind === group) },
        ]),
    ),
  )
  return new Map(entries)
}

function listOpened(credentials: Credentials | undefined, kind: Kind): OpenedApi[] {
  return Object.entries(credentials?.[kind] ?? {}).flatMap(([setting, url]) =>
    /(?<!token|zeebeRest)Url$/.test(setting) && typeof url === 'string' ? [{ setting, url, credentials: kind }] : [],
  )
}

function listMissing(
  credentials: Credentials | undefined,
  entries: readonly Entry[],
): CredentialsExplanation['missing'] {
  const wanting = kinds.filter((kind) => !credentials?.[kind])
  return Object.fromEntries(wanting.map((kind) => [kind, resolve(collectVariables(entries), [kind]).issues]))
}

export type { Kind } from './resolve.ts'
