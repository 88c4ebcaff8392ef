import { ApiError, type ModelerClient } from '@x/modeler'
import { type ChangedFile, errorOfOneFile, type Failure } from './apply-plan.ts'

/** Saves the current state of files under a name: as versions, or as milestones on servers before Camunda 8.9. */
export async function keepVersions(
  modeler: ModelerClient,
  files: readonly ChangedFile[],
  name: string,
): Promise<{ readonly kept: number; readonly failures: readonly Failure[] }> {
  const failures: Failure[] = []
  for (const { step, file } of files) {
    const version = { fileId: file.id, name }
    try {
      await modeler.versions.create(version).catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.status !== 404) throw error
        return modeler.milestones.create(version)
      })
    } catch (error) {
      failures.push({ step, error: errorOfOneFile(error) })
    }
  }
  return { kept: files.length - failures.length, failures }
}
