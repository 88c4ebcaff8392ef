import type { CallOptions, DateTime, KeyFilter, OpenEnum, SearchAllOptions, TextFilter } from '@x/rest'
import type { FileKey, ProjectKey, ProjectSnapshotKey, VersionKey, WorkspaceKey } from './identifiers.ts'
import type { Project } from './projects.ts'
import type { Changes, ChangesFilter, Page, Search, UserReference } from './shared.ts'

/**
 * Snapshots of projects: one version of each file, together under a name, which can be reviewed.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface ProjectSnapshots {
  /**
   * Creates a snapshot of the current state of a project.
   *
   * @operation POST /project-snapshots
   * @permission Hub API: create
   * @throws {ApiError} 404 if the project does not exist
   * @example
   * const { projectSnapshotKey } = await hub.projectSnapshots.create({ projectKey, name: 'Release 1.4' })
   * await hub.projectSnapshots.requestReview(projectSnapshotKey)
   */
  create(body: CreateProjectSnapshotRequest, options?: CallOptions): Promise<ProjectSnapshot>

  /**
   * Returns a snapshot with the versions of its files, without their content: `versions.get` returns that.
   *
   * @operation GET /project-snapshots/{projectSnapshotKey}
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(projectSnapshotKey: ProjectSnapshotKey, options?: CallOptions): Promise<ProjectSnapshotDetails>

  /**
   * Changes the name or the description of a snapshot.
   *
   * @operation PATCH /project-snapshots/{projectSnapshotKey}
   * @permission Hub API: update
   * @throws {ApiError} 404 if it does not exist
   */
  update(
    projectSnapshotKey: ProjectSnapshotKey,
    body: UpdateProjectSnapshotRequest,
    options?: CallOptions,
  ): Promise<ProjectSnapshot>

  /**
   * Deletes a snapshot. **This cannot be undone.** The project stays unchanged.
   *
   * @operation DELETE /project-snapshots/{projectSnapshotKey}
   * @permission Hub API: delete
   * @throws {ApiError} 403 if it contains a version that the whole organization may use, which no API client on SaaS may
   * delete; 404 if it does not exist
   */
  delete(projectSnapshotKey: ProjectSnapshotKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching snapshots.
   *
   * @operation POST /project-snapshots/search
   * @permission Hub API: read
   * @paging offset
   */
  search(
    body?: Search<ProjectSnapshotFilter, ProjectSnapshotSortField>,
    options?: CallOptions,
  ): Promise<Page<ProjectSnapshot>>

  /**
   * Returns all matching snapshots one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const waiting = hub.projectSnapshots.searchAll({ filter: { projectKey, hasPendingReviewRequest: true } })
   * for await (const { name, reviewRequest } of waiting) console.log(name, reviewRequest?.createdBy.name)
   */
  searchAll(
    body?: Search<ProjectSnapshotFilter, ProjectSnapshotSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProjectSnapshot, void, undefined>

  /**
   * Restores a project to the state of a snapshot. The replaced state is kept as a new snapshot.
   *
   * @operation POST /project-snapshots/{projectSnapshotKey}/restoration
   * @throws {ApiError} 404 if it does not exist
   */
  restore(projectSnapshotKey: ProjectSnapshotKey, options?: CallOptions): Promise<void>

  /**
   * Requests a review of a snapshot.
   *
   * @operation POST /project-snapshots/{projectSnapshotKey}/review-requests
   * @throws {ConflictError} if a review of it was requested before
   * @throws {ApiError} 404 if it does not exist
   */
  requestReview(projectSnapshotKey: ProjectSnapshotKey, options?: CallOptions): Promise<ReviewRequest>

  /**
   * Submits a review of a snapshot: an approval, or a request for changes.
   *
   * @operation POST /project-snapshots/{projectSnapshotKey}/reviews
   * @throws {ApiError} 403 if no review was requested; 404 if the snapshot does not exist
   */
  submitReview(
    projectSnapshotKey: ProjectSnapshotKey,
    body: SubmitReviewRequest,
    options?: CallOptions,
  ): Promise<Review>

  /**
   * Creates a new project with the content of a snapshot.
   *
   * @operation POST /project-snapshots/{projectSnapshotKey}/duplication
   * @returns the new project
   * @throws {ApiError} 404 if the snapshot or the workspace does not exist
   */
  duplicate(
    projectSnapshotKey: ProjectSnapshotKey,
    body: DuplicateProjectSnapshotRequest,
    options?: CallOptions,
  ): Promise<Project>

  /**
   * Returns whether files of a snapshot refer to resources that are not part of it. Such resources must be deployed
   * separately.
   *
   * @operation GET /project-snapshots/{projectSnapshotKey}/external-resources
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  getExternalResources(projectSnapshotKey: ProjectSnapshotKey, options?: CallOptions): Promise<ExternalResources>
}

/** A snapshot of a project. */
export interface ProjectSnapshot extends Changes {
  readonly projectSnapshotKey: ProjectSnapshotKey
  readonly projectKey: ProjectKey
  readonly name: string
  readonly description: string | null
  /** `null` until a review is requested. */
  readonly reviewRequest: ReviewRequest | null
  /** `null` until a review is submitted. */
  readonly latestReview: Review | null
}

/** A snapshot of a project and what it contains. */
export interface ProjectSnapshotDetails {
  readonly projectSnapshot: ProjectSnapshot
  readonly fileVersions: readonly SnapshotFileVersion[]
}

/** The version of a file that is part of a snapshot. */
export interface SnapshotFileVersion {
  readonly versionKey: VersionKey
  readonly fileKey: FileKey
  readonly fileName: string
  readonly fileType: string
  /** Path of its folder by names. */
  readonly folderPath: string | null
  /** Path of its folder by keys. */
  readonly folderIdPath: string | null
  readonly contentHash: string
  /** Name of the version. */
  readonly name: string
  readonly description: string | null
  /** True if the whole organization may use the version. */
  readonly organizationPublic: boolean
  readonly created: DateTime
  readonly createdBy: UserReference | null
}

/** A request to review a snapshot. */
export interface ReviewRequest {
  readonly reviewRequestKey: string
  readonly projectSnapshotKey: ProjectSnapshotKey
  readonly created: DateTime
  readonly createdBy: UserReference
}

/** The result of a review. */
export type ReviewStatus = 'APPROVED' | 'CHANGES_REQUESTED'

/** A review of a snapshot. */
export interface Review {
  readonly reviewKey: string
  readonly projectSnapshotKey: ProjectSnapshotKey
  readonly status: OpenEnum<ReviewStatus>
  readonly comment: string | null
  readonly created: DateTime
  readonly createdBy: UserReference
}

/** A new snapshot. */
export interface CreateProjectSnapshotRequest {
  readonly projectKey: ProjectKey
  /** @minLength 1 @maxLength 255 */
  readonly name: string
  /** @maxLength 255 */
  readonly description?: string | undefined
}

/** Changes to a snapshot. */
export interface UpdateProjectSnapshotRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name?: string | undefined
  /** `null` removes it. @maxLength 255 */
  readonly description?: string | null | undefined
}

/** Conditions on snapshots. */
export interface ProjectSnapshotFilter extends ChangesFilter {
  readonly projectKey?: KeyFilter<ProjectKey> | undefined
  /** Snapshots that this version of a file is part of. */
  readonly fileVersionKey?: KeyFilter<VersionKey> | undefined
  readonly name?: TextFilter | undefined
  readonly hasPendingReviewRequest?: boolean | undefined
}

/** Fields to sort snapshots by. */
export type ProjectSnapshotSortField = 'name' | 'created' | 'updated'

/** A review to submit. */
export interface SubmitReviewRequest {
  readonly status: ReviewStatus
  readonly comment?: string | null | undefined
}

/** The location of the new project. */
export interface DuplicateProjectSnapshotRequest {
  readonly targetWorkspaceKey: WorkspaceKey
}

/** Whether files of a snapshot refer to resources that are not part of it, by the kind of the resources. */
export interface ExternalResources {
  readonly hasRefToExternalForms: boolean
  /** Processes that a call activity calls. */
  readonly hasRefToExternalCallActivities: boolean
  /** Decisions that a business rule task evaluates. */
  readonly hasRefToExternalBusinessRuleTasks: boolean
  readonly hasRefToExternalRpaResources: boolean
}
