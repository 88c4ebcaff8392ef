import type { FileMetadata, ModelerClient } from '@x/modeler'
import { countLineChanges, countLines, sameText } from './lines.ts'
import { mapConcurrently } from './map-concurrently.ts'
import { type Place, placeKey, placePath } from './place.ts'
import type { LocalFile } from './read-folder.ts'
import type { ProjectState } from './read-project.ts'

export type CreateStep = {
  readonly action: 'create'
  readonly place: Place
  readonly after: string
  readonly added: number
}
export type UpdateStep = {
  readonly action: 'update'
  readonly place: Place
  readonly file: FileMetadata
  readonly before: string
  readonly after: string
  readonly added: number
  readonly removed: number
}
export type DeleteStep = {
  readonly action: 'delete'
  readonly place: Place
  readonly file: FileMetadata
  readonly removed: number
}
/** No change: `keep` for a file that is only in the project, `unclear` for one that exists several times. */
export type IdleStep = { readonly action: 'none' | 'keep' | 'unclear'; readonly place: Place }

/** A step for the files at one location. */
export type Step = CreateStep | UpdateStep | DeleteStep | IdleStep

/** Number of concurrent requests. The client itself limits the rate. */
const atOnce = 4

/**
 * Compares the folder with the project, and returns the steps that would sync it. Read-only.
 *
 * @param mayDelete true to delete files that are only in the project
 */
export async function makePlan(
  modeler: ModelerClient,
  local: readonly LocalFile[],
  { files }: ProjectState,
  mayDelete: boolean,
): Promise<Step[]> {
  const remote = new Map<string, FileMetadata[]>()
  for (const { place, metadata } of files) {
    remote.set(placeKey(place), [...(remote.get(placeKey(place)) ?? []), metadata])
  }
  const wanted = new Set(local.map(({ place }) => placeKey(place)))
  const gone = files.filter(({ place }) => !wanted.has(placeKey(place)))

  const steps = await mapConcurrently(local, atOnce, async ({ place, content: after }): Promise<Step> => {
    const [found, ...more] = remote.get(placeKey(place)) ?? []
    if (!found) return { action: 'create', place, after, added: countLines(after) }
    if (more.length > 0) return { action: 'unclear', place }
    const { metadata: file, content: before } = await modeler.files.get(found.id)
    if (sameText(before, after)) return { action: 'none', place }
    return { action: 'update', place, file, before, after, ...countLineChanges(before, after) }
  })
  const surplus = await mapConcurrently(gone, atOnce, async ({ place, metadata }): Promise<Step> => {
    if (!mayDelete) return { action: 'keep', place }
    const { metadata: file, content } = await modeler.files.get(metadata.id)
    return { action: 'delete', place, file, removed: countLines(content) }
  })
  return [...steps, ...surplus].sort((a, b) => (placePath(a.place) < placePath(b.place) ? -1 : 1))
}
