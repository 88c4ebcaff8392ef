import { AuthError } from '@x/auth'
import type { FileMetadata, ModelerClient } from '@x/modeler'
import { createFile, deleteFile, removeEmptyFolders, updateFile } from './changes.ts'
import type { Step } from './plan.ts'
import type { ProjectState } from './read-project.ts'

/** The result of a plan. */
export interface Outcome {
  /** Steps that changed something. */
  readonly done: readonly Step[]
  readonly failures: readonly Failure[]
  /** The files that were created or updated, in their new state. */
  readonly changed: readonly ChangedFile[]
}

export interface ChangedFile {
  readonly step: Step
  readonly file: FileMetadata
}

export interface Failure {
  readonly step: Step
  readonly error: Error
}

/**
 * Carries out a plan, file by file; a failure does not stop the others. Deletions come last, and only if nothing
 * failed, so that a renamed file is not deleted under its old name before it exists under the new one.
 *
 * @throws AuthError if there is no token, because every file would fail.
 */
export async function applyPlan(
  modeler: ModelerClient,
  project: ProjectState,
  steps: readonly Step[],
): Promise<Outcome> {
  const done: Step[] = []
  const failures = unclearFailures(steps)
  const changed: ChangedFile[] = []

  async function attempt(step: Step, run: () => Promise<FileMetadata | undefined>): Promise<void> {
    try {
      const file = await run()
      done.push(step)
      if (file) changed.push({ step, file })
    } catch (error) {
      failures.push({ step, error: errorOfOneFile(error) })
    }
  }

  for (const step of steps) {
    if (step.action === 'create') await attempt(step, () => createFile(modeler, project, step))
    if (step.action === 'update') await attempt(step, () => updateFile(modeler, project, step))
  }
  if (failures.length > 0) return { done, failures, changed }
  for (const step of steps) {
    if (step.action !== 'delete') continue
    await attempt(step, async () => {
      await deleteFile(modeler, project, step)
      await removeEmptyFolders(modeler, project, step.file.folderId)
      return undefined
    })
  }
  return { done, failures, changed }
}

/** Returns the files that cannot be distinguished. */
export function unclearFailures(steps: readonly Step[]): Failure[] {
  const message = 'Web Modeler has several files of this name in this folder: rename all but one'
  return steps.flatMap((step) => (step.action === 'unclear' ? [{ step, error: new Error(message) }] : []))
}

/** Returns the error, unless it is not about this file alone. @throws it. */
export function errorOfOneFile(error: unknown): Error {
  if (error instanceof AuthError || !(error instanceof Error)) throw error
  return error
}
