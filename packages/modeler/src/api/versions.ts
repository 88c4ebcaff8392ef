import type { CallOptions, Int, LongText, SearchAll, SearchAllOptions } from '@x/rest'
import type { Comparison } from './milestones.ts'
import type { Changes, ChangesFilter, FilterText, Id, Name, Page, Search } from './shared.ts'

/**
 * Versions: named states of a file. Older servers have milestones.
 *
 * @since 8.9
 * @until 8.11
 */
export interface Versions {
  /**
   * Saves the current content of a file as a version.
   *
   * @operation POST /versions
   * @permission Web Modeler API: create
   * @example
   * await modeler.versions.create({ fileId, name: 'Release 12', description: 'Built from main' })
   */
  create(body: CreateVersionBody, options?: CallOptions): Promise<VersionMetadata>

  /**
   * Returns a version with the content that it saved.
   *
   * @operation GET /versions/{versionId}
   * @permission Web Modeler API: read
   */
  get(versionId: Id, options?: CallOptions): Promise<Version>

  /**
   * Changes the name, the description or the visibility of a version.
   *
   * @operation PATCH /versions/{versionId}
   * @permission Web Modeler API: update
   */
  update(versionId: Id, body: UpdateVersionBody, options?: CallOptions): Promise<VersionMetadata>

  /**
   * Deletes a version; the file stays. **This cannot be undone.**
   *
   * @operation DELETE /versions/{versionId}
   * @permission Web Modeler API: delete
   */
  delete(versionId: Id, options?: CallOptions): Promise<void>

  /**
   * Restores the file to the content of a version. The body is for connector templates only.
   *
   * @operation POST /versions/{versionId}/restore
   */
  restore(versionId: Id, body?: RestoreVersionBody, options?: CallOptions): Promise<VersionMetadata>

  /**
   * Returns one page of the matching versions.
   *
   * @operation POST /versions/search
   * @permission Web Modeler API: read
   * @paging page
   */
  search(body?: VersionSearch, options?: CallOptions): Promise<Page<VersionMetadata>>

  /** Returns all matching versions one by one, and requests pages as they are needed. */
  searchAll(
    body?: SearchAll<VersionSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<VersionMetadata, void, undefined>

  /**
   * Returns a link to a page that shows the differences between two versions, with the first as the baseline. The
   * page requires a login.
   *
   * @operation GET /versions/compare/{version1Id}...{version2Id}
   * @permission Web Modeler API: read
   */
  compare(version1Id: Id, version2Id: Id, options?: CallOptions): Promise<Comparison>
}

/** A version of a file, without the content that it saved. */
export interface VersionMetadata extends Changes {
  id: string
  name: string
  description?: string | null | undefined
  fileId: string
  /** Shared with the whole organization. */
  organizationPublic?: boolean | null | undefined
}

/** A version with the file's content at that time. */
export interface Version {
  metadata: VersionMetadata
  content: LongText
}

export interface CreateVersionBody {
  fileId: Id
  /** @defaultValue a name that the server chooses */
  name?: Name | undefined
  description?: string | undefined
  /** Shares it with the whole organization. */
  organizationPublic?: boolean | undefined
}

export interface UpdateVersionBody {
  name?: Name | undefined
  description?: string | undefined
  organizationPublic?: boolean | undefined
}

export interface RestoreVersionBody {
  /** Version number of the restored template. For connector (element) templates only. */
  version?: Int | undefined
}

/** Exact match of the members of a version; dates also by comparison and range. */
export interface VersionFilter extends ChangesFilter {
  id?: FilterText | undefined
  name?: FilterText | undefined
  description?: FilterText | undefined
  fileId?: FilterText | undefined
  organizationPublic?: boolean | undefined
}

export type VersionSortField =
  | 'id'
  | 'name'
  | 'description'
  | 'fileId'
  | 'organizationPublic'
  | 'created'
  | 'createdBy'
  | 'updated'
  | 'updatedBy'

export type VersionSearch = Search<VersionFilter, VersionSortField>
