import type { Credentials } from './credentials.ts'
import type { CredentialsError, CredentialsIssue } from './errors.ts'
import { parseCredentials } from './parse-credentials.ts'
import { parseVariables } from './parse-variables.ts'
import type { ReadOptions } from './read-credentials.ts'
import { type Kind, resolve } from './resolve.ts'
import { NAMES, variableKey } from './variable-names.ts'
import { collectVariables, type Entry } from './variables.ts'

/** One line of a credentials file, explained. */
export interface ExplainedLine {
  /** Starts at 1. */
  readonly line: number
  /** The variable's name in the text; undefined for a line that could not be read. */
  readonly variable?: string | undefined
  /** What it sets, such as `operateUrl`, `clientId` or `clientSecret`; undefined if this package does not use it. */
  readonly setting?: string | undefined
  /** The kind of client it belongs to; undefined for both. */
  readonly belongsTo?: Kind | undefined
  /** Undefined for a secret and for anything that may be one. */
  readonly value?: string | undefined
  /** Problems and warnings. */
  readonly remarks: readonly CredentialsIssue[]
}

/** An API that credentials work for. */
export interface OpenedApi {
  /** As in {@link Credentials}: `operateUrl`, `consoleUrl`, … */
  readonly setting: string
  readonly url: string
  readonly credentials: Kind
}

/** The explanation of a credentials file, to show to a person. */
export interface CredentialsExplanation {
  readonly lines: readonly ExplainedLine[]
  /** The result of `parseCredentials`; undefined if it throws. */
  readonly credentials?: Credentials | undefined
  /** The error of `parseCredentials`, if it throws. */
  readonly error?: CredentialsError | undefined
  readonly opens: readonly OpenedApi[]
  /** What to set, and where to get it, for each kind of client that the text lacks. */
  readonly missing: Readonly<Partial<Record<Kind, readonly CredentialsIssue[]>>>
}

/**
 * Explains a credentials file line by line: what each line sets, what is wrong, which APIs the credentials work for,
 * and what is missing for the others. Reads the same formats as `parseCredentials`. Never throws, and contains no
 * secret except the `Secret` objects of `credentials`.
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
 * Groups remarks by variable and line, since a variable may appear twice. Each remark of a line is returned once,
 * however often the variable appears on it.
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

/** Secrets are not shown, nor values that may be one, nor addresses with a user name or password. */
function isShown(setting: string | undefined, value: unknown): value is string {
  return (
    setting !== undefined && setting !== 'clientSecret' && !(/(Url|Address)$/.test(setting) && /@/.test(String(value)))
  )
}

type Setting = Pick<ExplainedLine, 'setting' | 'belongsTo'>

/** Returns what each variable sets, by the key of its name; all old names included. */
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
