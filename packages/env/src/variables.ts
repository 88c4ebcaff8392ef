import { type CredentialsIssue, type CredentialsWarning, issueOf } from './errors.ts'
import { Secret } from './secret.ts'
import { checkValue, normalizeValue } from './setting-value.ts'
import { ENDS, isKnownName, variableKey } from './variable-names.ts'

/** A variable that is set, under the name it has in the source. */
export interface Variable {
  readonly name: string
  readonly value: string
}

/** The variables of one source, and what was noticed while reading them. */
export class Variables {
  readonly warnings: CredentialsWarning[] = []
  /** Variables this package does not use. */
  readonly other: Record<string, Secret>
  readonly #known: (Variable & { readonly key: string })[] = []

  constructor(source: Iterable<readonly [name: string, value: unknown, line?: number]>) {
    const other: [string, Secret][] = []
    // Backwards, since of one name the last counts, as in a shell.
    for (const [name, value] of [...source].reverse()) {
      // Only text is a variable: a Worker's bindings arrive in the same record.
      if (typeof value !== 'string') continue
      if (!isKnownName(name)) other.push([name, new Secret(value)])
      // What is empty counts as not set: CI systems write it so.
      else if (value.trim()) this.#known.push({ key: variableKey(name), name, value })
    }
    // Not by assignment, which would let a variable called __proto__ disappear.
    this.other = Object.fromEntries(other.reverse())
  }

  /** All that are set among synonyms, the one that counts first. */
  all(names: readonly string[]): Variable[] {
    return names.map(variableKey).flatMap((key) => this.#known.filter((variable) => variable.key === key))
  }

  /** The one that counts among synonyms. Warns about those that disagree with it. */
  pick(names: readonly string[]): Variable | undefined {
    const [winner, ...others] = this.all(names)
    for (const { name, value } of others) {
      if (winner && meaning(value) !== meaning(winner.value)) {
        this.warnings.push(issueOf(name, `disagrees with ${winner.name}, which won`, 'Remove one.'))
      }
    }
    return winner
  }

  /** The values of settings that can work. What is wrong with the others is filed under `issues`. */
  read<Names extends Readonly<Record<string, readonly string[]>>>(
    names: Names,
    issues: CredentialsIssue[],
  ): { [Setting in keyof Names]?: string } {
    const values: [string, string][] = []
    for (const [setting, synonyms] of Object.entries(names)) {
      const variable = this.pick(synonyms)
      const problem = variable && checkValue(setting, variable.value)
      if (problem) issues.push(issueOf(variable.name, problem, 'Copy it again.'))
      else if (variable) values.push([setting, normalizeValue(setting, variable.value)])
    }
    return Object.fromEntries(values) as { [Setting in keyof Names]?: string }
  }

  /** The id and the secret of a client, from the first family that has both: halves of different pairs do not fit. */
  client(families: readonly string[]): (Variable | undefined)[] {
    const whole = families.filter((family) => ENDS.every((end) => this.all([family + end])[0]))
    return ENDS.map((end) => this.pick([...new Set([...whole, ...families])].map((family) => family + end)))
  }
}

/** Makes spellings of one address equal: any scheme or none, the port that stands for TLS, slash and version at the end. */
function meaning(value: string): string {
  return value.trim().replace(/^\w+:\/\/|:443|\/(v\d)?$/g, '')
}
