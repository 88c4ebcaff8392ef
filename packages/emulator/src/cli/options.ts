// biome-ignore lint/correctness/noNodejsModules: the command runs on Node
import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What the value is called in the help. */
  readonly value?: string
  readonly help: string
}

export type OptionName =
  | 'port'
  | 'host'
  | 'origin'
  | 'credentials-out'
  | 'force'
  | 'self-managed'
  | 'seed'
  | 'token-lifetime'
  | 'no-rate-limit'
  | 'quiet'
  | 'version'
  | 'help'

/** The options of the command: what they take, and what the help says about them. */
export const OPTIONS: Readonly<Record<OptionName, Option>> = {
  port: { type: 'string', short: 'p', value: 'N', help: 'Port to listen on; 0 picks a free one (default 8088).' },
  host: {
    type: 'string',
    value: 'ADDRESS',
    help: 'Address to listen on (default 127.0.0.1). 0.0.0.0 serves other machines and\ncontainers, too; the emulator has no real security.',
  },
  origin: {
    type: 'string',
    value: 'URL',
    help: 'Address that callers use, for example http://camunda:8088. Tokens, links and\ncredentials begin with it (default: host and port).',
  },
  'credentials-out': {
    type: 'string',
    value: 'FILE',
    help: "Write credentials for all APIs to FILE, in the format that Camunda's Console\noffers for download.",
  },
  force: { type: 'boolean', help: 'Overwrite FILE if it exists.' },
  'self-managed': {
    type: 'boolean',
    help: 'Emulate Camunda Self-Managed: tokens from Keycloak, HTTP Basic and session\ncookies for user demo with password demo, no Console.',
  },
  seed: { type: 'string', value: 'N', help: 'Decides all IDs, secrets and data (default 1).' },
  'token-lifetime': {
    type: 'string',
    value: 'N',
    help: 'Lifetime of access tokens in seconds (default 86400; Self-Managed 300).',
  },
  'no-rate-limit': { type: 'boolean', help: 'Do not limit the token endpoint to one request per second.' },
  quiet: { type: 'boolean', short: 'q', help: 'Do not log requests to stderr.' },
  version: { type: 'boolean', short: 'v', help: 'Print the version.' },
  help: { type: 'boolean', short: 'h', help: 'Print this text.' },
}

/** The options that were given: their values, or '' for those that have none. */
export type Given = ReadonlyMap<OptionName, string>

/** Takes the command line apart. @throws UsageError that names the option. */
export function parseOptions(args: string[]): Given {
  const { tokens } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true, tokens: true })
  const given = new Map<OptionName, string>()
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') throw new UsageError(`Unexpected argument ${token.value}. ${SEE_HELP}`)
    const { name, rawName, value, inlineValue } = token
    if (!isOption(name)) throw new UsageError(`Unknown option ${rawName}. ${SEE_HELP}`)
    const takesValue = OPTIONS[name].type === 'string'
    if (!takesValue && inlineValue) throw new UsageError(`${rawName} takes no value.`)
    // Without "=" the next argument is the value, unless it is an option itself.
    if (takesValue && (!value || (!inlineValue && value.startsWith('-')))) {
      throw new UsageError(`${rawName} requires a value.`)
    }
    given.set(name, value ?? '')
  }
  return given
}

const SEE_HELP = 'Run with --help to see all options.'

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name)
