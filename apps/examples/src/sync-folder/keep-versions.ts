import { ApiError, type ModelerClient } from '@x/modeler'
import { type ChangedFile, errorOfOneFile, type Failure } from './apply-plan.ts'

/** Keeps files as they are now under a name: as versions, and on servers before Camunda 8.9 as milestones. */
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
