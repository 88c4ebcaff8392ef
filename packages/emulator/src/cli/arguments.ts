import type { ServeOptions } from '../node.ts'
import { readOrigin } from '../options.ts'
import { type OptionName, parseOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

/** What the command line asks for. */
export type Arguments =
  | { readonly print: 'help' | 'version' }
  | {
      readonly print?: undefined
      readonly serve: ServeOptions & { readonly host: string }
      readonly credentialsOut: string | undefined
      readonly force: boolean
      readonly quiet: boolean
    }

const DEFAULT_PORT = 8088

/** Reads and checks the command line. @throws UsageError that names the option. */
export function readArguments(args: string[]): Arguments {
  const given = parseOptions(args)
  if (given.has('help')) return { print: 'help' }
  if (given.has('version')) return { print: 'version' }
  const integer = (name: OptionName, lowest: number, highest: number): number | undefined => {
    const text = given.get(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= lowest && value <= highest) return value
    throw new UsageError(`--${name} must be a whole number from ${lowest} to ${highest}.`)
  }
  return {
    serve: {
      port: integer('port', 0, 65_535) ?? DEFAULT_PORT,
      host: given.get('host') ?? '127.0.0.1',
      origin: given.has('origin') ? origin(given.get('origin')) : undefined,
      deployment: given.has('self-managed') ? 'self-managed' : 'saas',
      seed: integer('seed', 0, 2 ** 32 - 1),
      tokenLifetimeSeconds: integer('token-lifetime', 1, 2 ** 31),
      rateLimit: given.has('no-rate-limit') ? false : undefined,
    },
    credentialsOut: given.get('credentials-out'),
    force: given.has('force'),
    quiet: given.has('quiet'),
  }
}

function origin(text: string | undefined): string {
  try {
    return readOrigin(text)
  } catch (error) {
    throw new UsageError(`--${(error as Error).message}`)
  }
}
