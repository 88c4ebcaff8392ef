import { parseArgs } from 'node:util'

export interface TourArguments {
  /** Downloaded credentials files of a real service; empty for the embedded Camunda. */
  readonly credentials: readonly string[]
  readonly json: boolean
  readonly help: boolean
}

export const usage = `npm start [-- options]

  --credentials FILE  walk the service that this downloaded file opens, reading only;
                      may be given twice: a cluster client and an organization client
  --json              print the result as one JSON document
  --once              end after the walk (it does)
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
      help: { type: 'boolean', default: false },
    },
  })
  return { credentials: values.credentials, json: values.json, help: values.help }
}
