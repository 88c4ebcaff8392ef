import type { ModelerClient } from '@x/modeler'
import { applyPlan, type Outcome, unclearFailures } from './apply-plan.ts'
import { findProject } from './find-project.ts'
import { keepVersions } from './keep-versions.ts'
import { makePlan, type Step } from './plan.ts'
import { printable } from './printable.ts'
import { readFolder } from './read-folder.ts'
import { readProject } from './read-project.ts'
import { SyncError } from './sync-error.ts'

export interface SyncOptions {
  readonly modeler: ModelerClient
  /** Folder on disk with `.bpmn`, `.dmn` and `.form` files. Others are left alone, connector templates too. */
  readonly folder: string
  /** Name or id of a project in Web Modeler. */
  readonly project: string
  /** Deletes what is not in the folder. There is no way back. @defaultValue `false` */
  readonly delete?: boolean | undefined
  /** Only says what would be done. @defaultValue `false` */
  readonly dryRun?: boolean | undefined
  /** What the version of each changed file is called. @defaultValue none is made */
  readonly versionName?: string | undefined
}

export interface SyncResult extends Outcome {
  readonly project: string
  readonly steps: readonly Step[]
  /** Types of the files in the project that the sync leaves alone, one for each file. */
  readonly leftAlone: readonly string[]
  readonly dryRun: boolean
  /** How many versions were made. */
  readonly versions: number
}

/**
 * Makes a project of Web Modeler like a folder: read both, compare, change what differs. A second run changes nothing.
 *
 * @throws {@link SyncError} before anything is sent, when the folder or the project cannot be used.
 */
export async function syncFolder(options: SyncOptions): Promise<SyncResult> {
  const { modeler, folder, delete: mayDelete = false, dryRun = false, versionName } = options
  const local = await readFolder(folder)
  // More likely a wrong path or a failed checkout than a wish.
  if (mayDelete && local.length === 0) {
    throw new SyncError(`No .bpmn, .dmn or .form file in ${printable(folder)}: this would empty the project`)
  }
  const project = await readProject(modeler, await findProject(modeler, options.project))
  const steps = await makePlan(modeler, local, project, mayDelete)
  const leftAlone = project.others.map(({ type }) => type.toLowerCase())
  const result = { project: project.name, steps, leftAlone, dryRun }
  if (dryRun) return { ...result, done: [], failures: unclearFailures(steps), changed: [], versions: 0 }

  const outcome = await applyPlan(modeler, project, steps)
  if (!versionName) return { ...result, ...outcome, versions: 0 }
  const { kept, failures } = await keepVersions(modeler, outcome.changed, versionName)
  return { ...result, ...outcome, failures: [...outcome.failures, ...failures], versions: kept }
}
