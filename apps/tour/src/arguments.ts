import { parseArgs } from 'node:util'

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

/** Throws a `TypeError` that names the option, as `node:util` does. */
export function readArguments(argv: readonly string[]): TourArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      credentials: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      port: { type: 'string', default: '8080' },
      'allow-writes': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { credentials, json, once, help, 'allow-writes': allowWrites } = values
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError('--port has to be a number up to 65535')
  return { credentials, json, once, port, allowWrites, help }
}
