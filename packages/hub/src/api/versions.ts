import type { CallOptions, DateTime, Int, LongText, SearchAllOptions, TextFilter } from '@x/rest'
import type { FileKey, VersionKey } from './identifiers.ts'
import type { DateTimeFilter, FilteredSearch, Page, UserReference, ValueFilter } from './shared.ts'

/**
 * Versions of files: saved states of a file with a name.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Versions {
  /**
   * Saves the current content of a file as a version.
   *
   * @operation POST /versions
   * @permission Hub API: create
   * @throws {ConflictError} if the file is an element template whose version number exists already
   * @example
   * const { versionKey } = await hub.versions.create({ fileKey, name: '1.4.0', description: 'Adds express shipping' })
   */
  create(body: CreateVersionRequest, options?: CallOptions): Promise<Version>

  /**
   * Returns a version with its content.
   *
   * @operation GET /versions/{versionKey}
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(versionKey: VersionKey, options?: CallOptions): Promise<VersionDetails>

  /**
   * Changes the name or the description of a version, or who may use it.
   *
   * @operation PATCH /versions/{versionKey}
   * @permission Hub API: update
   * @throws {ApiError} 404 if it does not exist; 409 if the server rejects the change in the current state
   */
  update(versionKey: VersionKey, body: UpdateVersionRequest, options?: CallOptions): Promise<Version>

  /**
   * Deletes a version. **This cannot be undone.** The file stays unchanged.
   *
   * @operation DELETE /versions/{versionKey}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  delete(versionKey: VersionKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching versions of a file, without their content. The filter must contain the file.
   *
   * @operation POST /versions/search
   * @permission Hub API: read
   * @paging offset
   */
  search(body: FilteredSearch<VersionFilter, VersionSortField>, options?: CallOptions): Promise<Page<Version>>

  /**
   * Returns all matching versions of a file one by one, without their content, and requests the next page while you work on
   * the current one.
   *
   * @example
   * for await (const { name, created } of hub.versions.searchAll({ filter: { fileKey } })) console.log(name, created)
   */
  searchAll(
    body: FilteredSearch<VersionFilter, VersionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Version, void, undefined>

  /**
   * Restores a file to the content of one of its versions, as a new version.
   *
   * @operation POST /versions/{versionKey}/restoration
   * @returns the new version
   * @throws {ApiError} 400 for an element template without `version`; 404 if the version does not exist; 409 if the version
   * number exists already
   */
  restore(versionKey: VersionKey, body?: RestoreVersionRequest, options?: CallOptions): Promise<Version>
}

/** A version of a file, without its content. */
export interface Version {
  readonly versionKey: VersionKey
  readonly name: string
  readonly description: string | null
  readonly fileKey: FileKey
  /** True if the whole organization may use it. */
  readonly organizationPublic: boolean
  /** True if it is part of a project; projects used to be called process applications. */
  readonly linkedToProcessApplication: boolean
  readonly created: DateTime
  readonly createdBy: UserReference | null
  readonly updated: DateTime
  readonly updatedBy: UserReference | null
}

/** A version of a file, with its content. */
export interface VersionDetails extends Version {
  readonly content: LongText
}

/** A new version of a file. */
export interface CreateVersionRequest {
  readonly fileKey: FileKey
  /** @minLength 1 @maxLength 255 */
  readonly name: string
  /** @maxLength 255 */
  readonly description?: string | undefined
  /** True to let the whole organization use it. */
  readonly organizationPublic?: boolean | undefined
}

/** Changes to a version. */
export interface UpdateVersionRequest {
  /** Required, even if it stays the same. @minLength 1 @maxLength 255 */
  readonly name: string
  /** `null` removes it. @maxLength 255 */
  readonly description?: string | null | undefined
  /** True to let the whole organization use it. */
  readonly organizationPublic?: boolean | undefined
}

/** Conditions on versions. */
export interface VersionFilter {
  readonly fileKey: TextFilter
  readonly name?: TextFilter | undefined
  readonly created?: DateTimeFilter | undefined
  /** Email address. */
  readonly createdBy?: ValueFilter<string> | undefined
}

/** Fields to sort versions by. */
export type VersionSortField = 'name' | 'created'

/** Options of restoring a version. */
export interface RestoreVersionRequest {
  /** Number of the new version. Required for element templates, otherwise ignored. */
  readonly version?: Int | undefined
}
