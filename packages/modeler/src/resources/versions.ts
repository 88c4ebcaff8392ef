import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { versions as routes } from '../routes.ts'
import { type SearchAllOptions, searchMethods } from '../search.ts'
import { transportFrom } from '../transport.ts'
import type { Comparison } from '../types/milestone.ts'
import type { Page, SearchAll } from '../types/search.ts'
import type {
  CreateVersionBody,
  RestoreVersionBody,
  UpdateVersionBody,
  Version,
  VersionMetadata,
  VersionSearch,
} from '../types/version.ts'

/** Versions: named states of a file. Since Camunda 8.9; older servers have milestones. */
export interface Versions {
  /**
   * Keeps the present content of a file as a version. Needs the create permission. `POST /versions`
   *
   * @example
   * ```ts
   * await modeler.versions.create({ fileId, name: 'Release 12', description: 'Built from main' })
   * ```
   */
  create(body: CreateVersionBody, options?: CallOptions): Promise<VersionMetadata>

  /** Gives a version with the content it keeps. Needs the read permission. `GET /versions/{versionId}` */
  get(versionId: string, options?: CallOptions): Promise<Version>

  /** Changes the name, the description or who sees a version. Needs the update permission. `PATCH /versions/{versionId}` */
  update(versionId: string, body: UpdateVersionBody, options?: CallOptions): Promise<VersionMetadata>

  /** Deletes a version **for good**; the file stays. Needs the delete permission. `DELETE /versions/{versionId}` */
  delete(versionId: string, options?: CallOptions): Promise<void>

  /** Brings the file back to this version. A body is for connector templates only. `POST /versions/{versionId}/restore` */
  restore(versionId: string, body?: RestoreVersionBody, options?: CallOptions): Promise<VersionMetadata>

  /** Gives one page of the versions that match. Needs the read permission. `POST /versions/search` */
  search(search?: VersionSearch, options?: CallOptions): Promise<Page<VersionMetadata>>

  /** Gives all versions that match, page by page as they are asked for. */
  searchAll(
    search?: SearchAll<VersionSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<VersionMetadata, void, undefined>

  /**
   * Gives a link to a page that shows the differences, with the first as the baseline. It is for people: the page needs a
   * login. Needs the read permission. `GET /versions/compare/{version1Id}...{version2Id}`
   */
  compare(version1Id: string, version2Id: string, options?: CallOptions): Promise<Comparison>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createVersions(source: ModelerResourceOptions | Transport): Versions {
  const transport = transportFrom(source)
  const methods: Pick<Versions, keyof typeof routes> = createMethods(transport, routes)
  return {
    ...methods,
    restore: (versionId, body = {}, options) => methods.restore(versionId, body, options),
    ...searchMethods<VersionSearch, VersionMetadata>(transport, routes.search),
  }
}
