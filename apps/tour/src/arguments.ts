import { readOptions, UsageError } from '../../../scripts/read-options.ts'

export interface TourArguments {
  /** Downloaded credentials files of a real service; empty for the embedded Camunda. */
  readonly credentials: readonly string[]
  readonly json: boolean
  /** End after the walk, without the playground. */
  readonly once: boolean
  /** Where the playground is served. */
  readonly port: number
  /** Whether the playground may change something in the service that the credentials open. */
  readonly allowWrites: boolean
  readonly help: boolean
}

export const usage = `npm start [-- options]

  --credentials FILE  walk the service that this downloaded file opens, reading only;
                      may be given twice: a cluster client and an organization client
  --once              end after the walk; without it the playground is served until Ctrl-C
  --port N            serve the playground there (8080, or a free one)
  --allow-writes      let the playground change things in the service of --credentials, too
  --json              print the result as one JSON document, and end
  --help              print this

Without --credentials the walk goes through an embedded Camunda on this machine.`

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
