import { readOptions, UsageError } from '../../../tools/read-options.ts'

export interface TourArguments {
  /** Credentials files of a real Camunda; empty for the embedded one. */
  readonly credentials: readonly string[]
  readonly json: boolean
  /** Exit after the tour, without the playground. */
  readonly once: boolean
  /** Port of the playground. */
  readonly port: number
  /** Whether the playground may make changes in the Camunda of the credentials. */
  readonly allowWrites: boolean
  readonly help: boolean
}

export const usage = `npm start [-- options]

  --credentials FILE  use your own Camunda, read-only, with a credentials file from Console;
                      repeat it to use both a cluster client and an organization client
  --once              exit after the tour; without it, the playground runs until Ctrl-C
  --port N            port of the playground (default: 8080, or a free one)
  --allow-writes      allow the playground to make changes in the Camunda of --credentials
  --json              print the result as JSON and exit
  --help              print this text

Without --credentials, the tour uses an embedded Camunda on this machine.`

const options = {
  credentials: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  once: { type: 'boolean', default: false },
  port: { type: 'string', default: '8080' },
  'allow-writes': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @throws {@link UsageError} that names the option. */
export function readArguments(argv: readonly string[]): TourArguments {
  const values = readOptions(argv, options, 'npm start -- --help')
  const { credentials, json, once, help, 'allow-writes': allowWrites } = values
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new UsageError('--port must be a whole number from 0 to 65535.')
  return { credentials, json, once, port, allowWrites, help }
}
