import { VERSIONS } from '../camunda-version.ts'
import { STORAGES } from '../console/cluster.ts'
import type { ServeOptions } from '../node.ts'
import { readOrigin } from '../options.ts'
import { type OptionName, parseOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

/** The parsed command line. */
export type Arguments =
  | { readonly print: 'help' | 'version' }
  | {
      readonly print?: undefined
      readonly serve: ServeOptions & { readonly host: string }
      readonly credentialsOut: string | undefined
      readonly force: boolean
      readonly quiet: boolean
      /** Files, folders and patterns to deploy. */
      readonly deploy: readonly string[]
    }

const DEFAULT_PORT = 8088

/** Reads and checks the command line. @throws UsageError that names the option. */
export function readArguments(args: string[]): Arguments {
  const given = parseOptions(args)
  if (given.has('help')) return { print: 'help' }
  const last = (name: OptionName): string | undefined => given.get(name)?.at(-1)
  // If it has no value, it is the last argument or followed by another option.
  if (/^(-.*)?$/.test(last('version') ?? '8.')) return { print: 'version' }
  const integer = (name: OptionName, lowest: number, highest: number): number | undefined => {
    const text = last(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= lowest && value <= highest) return value
    throw new UsageError(`--${name} must be a whole number from ${lowest} to ${highest}.`)
  }
  const oneOf = <Value extends string>(name: OptionName, values: readonly Value[]): Value | undefined => {
    const text = last(name)
    const value = values.find((known) => known === text)
    if (text === undefined || value) return value
    throw new UsageError(`--${name} must be one of ${values.join(', ')}.`)
  }
  return {
    serve: {
      port: integer('port', 0, 65_535) ?? DEFAULT_PORT,
      host: last('host') ?? '127.0.0.1',
      origin: given.has('origin') ? origin(last('origin')) : undefined,
      deployment: given.has('self-managed') ? 'self-managed' : 'saas',
      version: oneOf('version', VERSIONS),
      storage: oneOf('storage', STORAGES),
      orchestration: { authorizations: given.has('authorizations') },
      seed: integer('seed', 0, 2 ** 32 - 1),
      tokenLifetimeSeconds: integer('token-lifetime', 1, 2 ** 31),
      rateLimit: given.has('no-rate-limit') ? false : undefined,
      operate: { processInstances: integer('samples', 0, 100_000) ?? (given.has('deploy') ? 0 : undefined) },
    },
    credentialsOut: last('credentials-out'),
    force: given.has('force'),
    quiet: given.has('quiet'),
    deploy: given.get('deploy') ?? [],
  }
}

function origin(text: string | undefined): string {
  try {
    return readOrigin(text)
  } catch (error) {
    throw new UsageError(`--${(error as Error).message}`)
  }
}
