import { type CredentialsIssue, FORMAT, issueOf, NOT_OAUTH } from './errors.ts'
import { Secret } from './secret.ts'
import { cleanValue, readValue } from './setting-value.ts'
import { KEYS, NAMES, variableKey } from './variable-names.ts'

/** A variable of a source. One without a value but with a line could not be read. */
export type Entry = readonly [name: string, value: unknown, line?: number]

/** The variables of one source, and what was noticed while reading them. */
export interface Variables {
  readonly warnings: CredentialsIssue[]
  /** Variables this package does not use. */
  readonly other: Record<string, Secret>
  /** The values of a group of settings; undefined for those that cannot work. Their problems are filed under `issues`. */
  read<Group extends keyof typeof NAMES>(group: Group, issues: CredentialsIssue[]): Values<keyof (typeof NAMES)[Group]>
}

/** Text, but for a `clientSecret` and the consent to a token URL over `http`. */
export type Values<Setting> = {
  [Name in Setting & string]?: Name extends 'clientSecret'
    ? Secret
    : Name extends `dangerously${string}`
      ? true
      : string
}

/** Names that would matter if they were known, by their keys: misspelt ones, and those of other ways to log in. */
const RELEVANT = /^\$.*(UR[IL]|ADDRESS|ISSUER|AUDIENCE|SCOPE|CLIENTID|SECRET|REGION|CLUSTERID|NAME|WORD|TOKEN)$/

/** Enough to see what is wrong with a text. */
const MAX_UNREAD_LINES = 9

/** Sorts variables into those that this package reads and all others. */
export function collectVariables(source: readonly Entry[]): Variables {
  const warnings: CredentialsIssue[] = []
  const other: [string, Secret][] = []
  const known: [name: string, value: string, line: number | undefined, key: string][] = []
  let unreadLines = 0
  for (const [name, value, line] of source) {
    const key = variableKey(name)
    const warn = (problem: string, hint: string) => warnings.push(issueOf(name, problem, hint, line))
    // Only text is a variable: a Worker's bindings are in the same record.
    if (typeof value !== 'string') {
      if (line && unreadLines++ < MAX_UNREAD_LINES) warn('could not be read', FORMAT)
    } else if (KEYS.has(key)) {
      // An empty value counts as not set: CI systems write it so.
      if (cleanValue(value)) known.push([name, cleanValue(value), line, key])
    } else {
      other.push([name, new Secret(value)])
      if (/^\$AUTH(STRATEGY|METHOD)$/.test(key)) {
        if (!/oauth|oidc|^\W*$/i.test(value)) warnings.unshift(issueOf(name, 'is not OAuth', NOT_OAUTH, line))
      } else if (RELEVANT.test(key)) warn('is not read', `Check its name. ${NOT_OAUTH}`)
    }
  }
  // CAMUNDA_* before ZEEBE_*. Of one name the last counts, as in a shell.
  known.reverse().sort(([one], [two]) => one.localeCompare(two))
  const names = new Set(known.map(([name]) => name.toUpperCase()))
  const hasPartner = (name: string) =>
    +names.has(name.toUpperCase().replace(/(ID)$|SECRET$/, (_, id) => (id ? 'SECRET' : 'ID')))

  return {
    warnings,
    // Not by assignment, which would let a variable called __proto__ disappear.
    other: Object.fromEntries(other),
    read(group, issues) {
      const values: Record<string, unknown> = {}
      for (const [setting, synonyms] of Object.entries<string>(NAMES[group])) {
        const keys = synonyms.split(' ').map((name) => variableKey(`CAMUNDA_${name}`))
        const found = keys.flatMap((key) => known.filter((variable) => variable[3] === key))
        // Halves of different pairs of id and secret do not fit, so those whose other half is set come first.
        const [winner, ...others] = found.sort(([one], [two]) => hasPartner(two) - hasPartner(one))
        if (!winner) continue
        const [winnerName, winnerValue, winnerLine] = winner
        for (const [name, value, line] of others) {
          if (toMeaning(value) !== toMeaning(winnerValue))
            warnings.push(issueOf(name, `disagrees with ${winnerName}, which won`, 'Remove one.', line))
        }
        const allowsInsecure = !!values.dangerouslyAllowInsecureTokenUrl
        const [result, problem, hint = 'Set the actual value.'] = readValue(setting, winnerValue, allowsInsecure)
        if (problem) (result ? warnings : issues).push(issueOf(winnerName, problem, hint, winnerLine))
        values[setting] = result
      }
      return values as never
    },
  }
}

/** Makes spellings of one address equal: any scheme or none, the port that stands for TLS, slash and version at the end. */
function toMeaning(value: string): string {
  return value.replace(/^\w+:\/\/|:443|\/(v\d)?$/g, '')
}
