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
  /**
   * Folder on disk with `.bpmn`, `.dmn` and `.form` files. Other files are left alone, including connector templates.
   */
  readonly folder: string
  /** Name or id of a project in Web Modeler. */
  readonly project: string
  /** True to delete files that are not in the folder. This cannot be undone. @defaultValue `false` */
  readonly delete?: boolean | undefined
  /** True to only report what would be done. @defaultValue `false` */
  readonly dryRun?: boolean | undefined
  /** Name of the version of each changed file. @defaultValue no version is created */
  readonly versionName?: string | undefined
}

export interface SyncResult extends Outcome {
  readonly project: string
  readonly steps: readonly Step[]
  /** Types of the files in the project that the sync leaves alone, one for each file. */
  readonly leftAlone: readonly string[]
  readonly dryRun: boolean
  /** Number of versions created. */
  readonly versions: number
}

/**
 * Syncs a folder to a project of Web Modeler: read both, compare, change what differs. A second run changes nothing.
 *
 * @throws {@link SyncError} before anything is sent, if the folder or the project cannot be used.
 */
export async function syncFolder(options: SyncOptions): Promise<SyncResult> {
  const { modeler, folder, delete: mayDelete = false, dryRun = false, versionName } = options
  const local = await readFolder(folder)
  // More likely a wrong path or a failed checkout than intended.
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
