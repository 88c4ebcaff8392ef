import { parseArgs } from 'node:util'
import { SyncError } from './sync-error.ts'

export const usage = `Syncs a folder of .bpmn, .dmn and .form files to a Web Modeler project.

  node main.ts --project NAME [--folder DIR] [--dry-run] [--delete] [--version-name NAME]

  --project NAME       name or id of the project
  --folder DIR         the folder; default: the current folder
  --dry-run            print what would be done, and do nothing
  --delete             delete what is not in the folder. This cannot be undone
  --version-name NAME  name of the versions of changed files; default: the commit, or the date

Connector templates and other types of files are left alone, in the folder and in the project; the report counts those in
the project.

Reads CAMUNDA_CONSOLE_CLIENT_ID, CAMUNDA_CONSOLE_CLIENT_SECRET and so on: the file that Console offers for a client of the
Administration API with the permissions of Web Modeler.
Exits with 0 if the project is in sync, 1 if some files failed, 2 if it could not start or had to stop.`

export interface Arguments {
  readonly help: boolean
  readonly project: string
  readonly folder: string
  readonly dryRun: boolean
  readonly delete: boolean
  readonly versionName: string | undefined
}

/** @throws {@link SyncError} if an argument is misspelled or missing. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parse(args)
  const { help = false, project = '', folder = '.', 'dry-run': dryRun = false, 'version-name': versionName } = values
  if (!help && project === '') throw new SyncError(`--project is missing\n\n${usage}`)
  return { help, project, folder, dryRun, delete: values.delete ?? false, versionName }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        project: { type: 'string' },
        folder: { type: 'string' },
        'dry-run': { type: 'boolean' },
        delete: { type: 'boolean' },
        'version-name': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new SyncError((error as Error).message)
  }
}
