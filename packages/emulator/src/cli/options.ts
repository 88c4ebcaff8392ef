// biome-ignore lint/correctness/noNodejsModules: the command runs on Node
import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** Name of the value in the help. */
  readonly value?: string
  /** True if the value is optional. */
  readonly isOptional?: boolean
  readonly help: string
}

export type OptionName =
  | 'port'
  | 'host'
  | 'origin'
  | 'credentials-out'
  | 'force'
  | 'deploy'
  | 'samples'
  | 'self-managed'
  | 'storage'
  | 'authorizations'
  | 'seed'
  | 'token-lifetime'
  | 'no-rate-limit'
  | 'quiet'
  | 'version'
  | 'help'

/** The options of the command, with their values and their help. */
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
  deploy: {
    type: 'string',
    value: 'FILES',
    help: "Deploy FILES at the start: a file, a folder, or a pattern in quotes, for example\n--deploy 'models/**'. Can be repeated.",
  },
  samples: {
    type: 'string',
    value: 'N',
    help: 'Number of sample process instances at the start (default 300; with --deploy 0, so\nthat your workers get no sample jobs).',
  },
  'self-managed': {
    type: 'boolean',
    help: 'Emulate Camunda Self-Managed: tokens from Keycloak, HTTP Basic and session\ncookies for user demo with password demo, no Console.',
  },
  version: {
    type: 'string',
    short: 'v',
    value: '8.N',
    isOptional: true,
    help: 'Emulate one cluster of Camunda 8.6 to 8.10 (default: one of 8.8 and one of 8.9).\nWithout a value: print the version of this command.',
  },
  storage: {
    type: 'string',
    value: 'KIND',
    help: 'Secondary storage of that cluster: search, rdbms (no Operate v1 and no Tasklist v1)\nor none (no searches).',
  },
  authorizations: {
    type: 'boolean',
    help: 'Enforce the authorizations of the Orchestration Cluster API. The initial clients\nand users have every permission.',
  },
  seed: { type: 'string', value: 'N', help: 'Seed for all IDs, secrets and data (default 1).' },
  'token-lifetime': {
    type: 'string',
    value: 'N',
    help: 'Lifetime of access tokens in seconds (default 86400; Self-Managed 300).',
  },
  'no-rate-limit': { type: 'boolean', help: 'Do not limit the token endpoint to one request per second.' },
  quiet: { type: 'boolean', short: 'q', help: 'Do not log requests to stderr.' },

  help: { type: 'boolean', short: 'h', help: 'Print this text.' },
}

/** The options of the command line, each with its values in order; '' for an option without a value. */
export type Given = ReadonlyMap<OptionName, readonly string[]>

/** Parses the command line. @throws UsageError that names the option. */
export function parseOptions(args: string[]): Given {
  const { tokens } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true, tokens: true })
  const given = new Map<OptionName, string[]>()
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      // The shell has replaced the pattern with the matching files.
      const hint = given.has('deploy') ? "Put the pattern of --deploy in quotes: --deploy 'models/**'." : SEE_HELP
      throw new UsageError(`Unexpected argument ${token.value}. ${hint}`)
    }
    const { name, rawName, value, inlineValue } = token
    if (!isOption(name)) throw new UsageError(`Unknown option ${rawName}. ${SEE_HELP}`)
    const takesValue = OPTIONS[name].type === 'string'
    if (!takesValue && inlineValue) throw new UsageError(`${rawName} takes no value.`)
    // Without "=" the next argument is the value, unless it is itself an option.
    if (takesValue && !OPTIONS[name].isOptional && (!value || (!inlineValue && value.startsWith('-')))) {
      throw new UsageError(`${rawName} requires a value.`)
    }
    given.set(name, [...(given.get(name) ?? []), value ?? ''])
  }
  return given
}

const SEE_HELP = 'Run with --help to see all options.'

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name)
