import { type CredentialsIssue, FORMAT, issueOf, NOT_OAUTH } from './errors.ts'
import { Secret } from './secret.ts'
import { cleanValue, readValue } from './setting-value.ts'
import { KEYS, NAMES, variableKey } from './variable-names.ts'

/** A variable of a source. Without a value but with a line, it could not be read. */
export type Entry = readonly [name: string, value: unknown, line?: number]

/** The variables of one source, and the warnings from reading them. */
export interface Variables {
  readonly warnings: CredentialsIssue[]
  /** Variables this package does not use. */
  readonly other: Record<string, Secret>
  /**
   * Returns the values of a group of settings; undefined for those that cannot work. Adds their problems to `issues`.
   */
  read<Group extends keyof typeof NAMES>(group: Group, issues: CredentialsIssue[]): Values<keyof (typeof NAMES)[Group]>
}

/** Strings, except `clientSecret` and the permission for a token URL over `http`. */
export type Values<Setting> = {
  [Name in Setting & string]?: Name extends 'clientSecret'
    ? Secret
    : Name extends `dangerously${string}`
      ? true
      : string
}

/** Keys of names that probably matter: misspelled ones, and those of other authentication methods. */
const RELEVANT = /^\$.*(UR[IL]|ADDRESS|ISSUER|AUDIENCE|SCOPE|CLIENTID|SECRET|REGION|CLUSTERID|NAME|WORD|TOKEN)$/

/** Enough to see the problem of a text. */
const MAX_UNREAD_LINES = 9

/** Sorts variables into those that this package reads and all others. */
export function collectVariables(source: readonly Entry[]): Variables {
  const warnings: CredentialsIssue[] = []
  const other: [string, Secret][] = []
  const known: [name: string, value: string, line: number | undefined, key: string][] = []
  let unreadLines = 0
  for (const [name, value, line] of source) {
    const key = variableKey(name)
    const issue = (problem: string, hint: string) => issueOf(name, problem, hint, line)
    // Only strings are variables: a Worker's bindings are in the same record.
    if (typeof value !== 'string') {
      if (line && unreadLines++ < MAX_UNREAD_LINES) warnings.push(issue('could not be read', FORMAT))
    } else if (KEYS.has(key)) {
      // An empty value counts as not set: CI systems set variables that way.
      if (cleanValue(value)) known.push([name, cleanValue(value), line, key])
    } else {
      other.push([name, new Secret(value)])
      if (/^\$AUTH(STRATEGY|METHOD)$/.test(key)) {
        if (!/oauth|oidc|^\W*$/i.test(value)) warnings.unshift(issue('is not OAuth', NOT_OAUTH))
      } else if (RELEVANT.test(key)) warnings.push(issue('is not read', `Check its name. ${NOT_OAUTH}`))
    }
  }
  // CAMUNDA_* before ZEEBE_*. Of one name the last counts, as in a shell.
  known.reverse().sort(([one], [two]) => one.localeCompare(two))
  const names = new Set(known.map(([name]) => name.toUpperCase()))
  const hasPartner = (name: string) =>
    +names.has(name.toUpperCase().replace(/(ID)$|SECRET$/, (_, id) => (id ? 'SECRET' : 'ID')))

  return {
    warnings,
    // Not by assignment, which would lose a variable called __proto__.
    other: Object.fromEntries(other),
    read(group, issues) {
      const values: Record<string, unknown> = {}
      for (const [setting, synonyms] of Object.entries<string>(NAMES[group])) {
        const found = synonyms.split(' ').flatMap((synonym) => {
          const key = variableKey(`CAMUNDA_${synonym}`)
          return known.filter((variable) => variable[3] === key)
        })
        // An id and a secret of different pairs do not belong together, so names whose counterpart is set come first.
        const [winner, ...others] = found.sort(([one], [two]) => hasPartner(two) - hasPartner(one))
        if (!winner) continue
        const [winnerName, winnerValue, winnerLine] = winner
        for (const [name, value, line] of others) {
          if (toMeaning(value) !== toMeaning(winnerValue))
            warnings.push(issueOf(name, `disagrees with ${winnerName}, which won`, 'Remove one.', line))
        }
        const [result, problem, hint = 'Set the actual value.'] = readValue(
          setting,
          winnerValue,
          !!values.dangerouslyAllowInsecureTokenUrl,
        )
        if (problem) (result ? warnings : issues).push(issueOf(winnerName, problem, hint, winnerLine))
        values[setting] = result
      }
      return values as never
    },
  }
}

/** Normalizes spellings of one address: scheme, TLS port, and a slash or version at the end. */
function toMeaning(value: string): string {
  return value.replace(/^\w+:\/\/|:443|\/(v\d)?$/g, '')
}
