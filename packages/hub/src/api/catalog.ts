import type { CallOptions, DateTime, Int, KeyFilter, OpenEnum, SearchAllOptions, TextFilter } from '@x/rest'
import type { CatalogAssetKey, FileKey, ProjectKey, WorkspaceKey } from './identifiers.ts'
import type { DateTimeFilter, Page, Search, ValueFilter } from './shared.ts'

/**
 * The catalog: element templates that the organization publishes, and where they are used.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Catalog {
  /**
   * Replaces the content of the catalog. **Assets that you do not send become unpublished.** Existing uses of them
   * continue to work.
   *
   * @operation PUT /catalog/assets/ingestion
   * @example
   * await hub.catalog.ingestAssets({
   *   readme: [new File(['---\ntemplate: mail.json\ncategory: Messages\n---\nSends a mail.'], 'mail.md')],
   *   template: [new File([template], 'mail.json')],
   * })
   */
  ingestAssets(form: IngestAssetsRequest, options?: CallOptions): Promise<void>

  /**
   * Deletes an asset from the catalog.
   *
   * @operation DELETE /catalog/assets/{assetKey}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  deleteAsset(assetKey: CatalogAssetKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching assets.
   *
   * @operation POST /catalog/assets/search
   * @permission Hub API: read
   * @paging offset
   */
  searchAssets(
    body?: Search<CatalogAssetFilter, CatalogAssetSortField>,
    options?: CallOptions,
  ): Promise<Page<CatalogAsset>>

  /**
   * Returns all matching assets one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const outdated = hub.catalog.searchAssetsAll({ filter: { usage: { status: 'UPDATE_AVAILABLE' } } })
   * for await (const { name, usage } of outdated) console.log(name, usage.projectCount)
   */
  searchAssetsAll(
    body?: Search<CatalogAssetFilter, CatalogAssetSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<CatalogAsset, void, undefined>

  /**
   * Returns one page of the projects that use an asset.
   *
   * @operation POST /catalog/assets/{assetKey}/project-usages/search
   * @permission Hub API: read
   * @paging offset
   * @throws {ApiError} 404 if the asset does not exist
   */
  searchProjectUsages(
    assetKey: CatalogAssetKey,
    body?: Search<ProjectUsageFilter, UsageSortField>,
    options?: CallOptions,
  ): Promise<Page<ProjectUsage>>

  /** Returns all projects that use an asset one by one, and requests the next page while you work on the current one. */
  searchProjectUsagesAll(
    assetKey: CatalogAssetKey,
    body?: Search<ProjectUsageFilter, UsageSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProjectUsage, void, undefined>

  /**
   * Returns one page of the files that use an asset.
   *
   * @operation POST /catalog/assets/{assetKey}/file-usages/search
   * @permission Hub API: read
   * @paging offset
   * @throws {ApiError} 404 if the asset does not exist
   */
  searchFileUsages(
    assetKey: CatalogAssetKey,
    body?: Search<FileUsageFilter, UsageSortField>,
    options?: CallOptions,
  ): Promise<Page<FileUsage>>

  /** Returns all files that use an asset one by one, and requests the next page while you work on the current one. */
  searchFileUsagesAll(
    assetKey: CatalogAssetKey,
    body?: Search<FileUsageFilter, UsageSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<FileUsage, void, undefined>

  /**
   * Returns one page of the assets that a project uses.
   *
   * @operation POST /projects/{projectKey}/catalog/asset-usages/search
   * @permission Hub API: read
   * @paging offset
   * @throws {ApiError} 404 if the project does not exist
   */
  searchAssetUsages(
    projectKey: ProjectKey,
    body?: Search<AssetUsageFilter, UsageSortField>,
    options?: CallOptions,
  ): Promise<Page<AssetUsage>>

  /** Returns all assets that a project uses one by one, and requests the next page while you work on the current one. */
  searchAssetUsagesAll(
    projectKey: ProjectKey,
    body?: Search<AssetUsageFilter, UsageSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<AssetUsage, void, undefined>
}

/** The files of the whole catalog. */
export interface IngestAssetsRequest {
  /**
   * A description of each template, in Markdown. Its YAML front matter has `template` (the name of the template's
   * file), `category` and `tags`. @minItems 1
   */
  readonly readme: readonly Blob[]
  /** The element templates, in JSON, each a `File` with a name. @minItems 1 */
  readonly template: readonly Blob[]
}

/** An element template that the organization publishes. */
export interface CatalogAsset {
  readonly assetKey: CatalogAssetKey
  readonly name: string
  /** The `id` in the element template. */
  readonly resourceId: string
  readonly shortDescription: string | null
  readonly category: string | null
  readonly tags: readonly string[]
  readonly latestVersion: Int
  /** True if it was not part of the last ingestion. */
  readonly unpublished: boolean
  readonly created: DateTime
  readonly updated: DateTime
  readonly usage: CatalogAssetUsage
}

/** Whether the latest version of an asset is used. */
export type UsageStatus = 'UP_TO_DATE' | 'UPDATE_AVAILABLE' | 'DEPRECATED'

/** Usage of an asset. */
export interface CatalogAssetUsage {
  readonly status: OpenEnum<'UP_TO_DATE' | 'UPDATE_AVAILABLE' | 'DEPRECATED' | 'UNUSED'>
  readonly workspaceCount: Int
  readonly projectCount: Int
  readonly projectsOnLatestVersionCount: Int
}

/** Conditions on assets. */
export interface CatalogAssetFilter {
  readonly name?: TextFilter | undefined
  readonly resourceId?: TextFilter | undefined
  readonly category?: ValueFilter<string> | undefined
  readonly tag?: ValueFilter<string> | undefined
  readonly unpublished?: boolean | undefined
  readonly created?: DateTimeFilter | undefined
  readonly updated?: DateTimeFilter | undefined
  readonly usage?: CatalogAssetUsageFilter | undefined
}

/** Filter by how an asset is used. */
export interface CatalogAssetUsageFilter {
  readonly status?: ValueFilter<OpenEnum<'UP_TO_DATE' | 'UPDATE_AVAILABLE' | 'DEPRECATED' | 'UNUSED'>> | undefined
}

/** Fields to sort assets by. */
export type CatalogAssetSortField = 'name' | 'created' | 'updated'

/** The versions of an asset that are used. */
export interface Usage {
  readonly status: OpenEnum<UsageStatus>
  /** In ascending order. */
  readonly usedVersions: readonly Int[]
}

/** A project that uses an asset. */
export interface ProjectUsage extends Usage {
  readonly projectKey: ProjectKey
  readonly name: string
  readonly workspaceKey: WorkspaceKey
}

/** A file that uses an asset. */
export interface FileUsage extends Usage {
  readonly fileKey: FileKey
  readonly name: string
  readonly projectKey: ProjectKey
}

/** An asset that a project uses. */
export interface AssetUsage extends Usage {
  readonly assetKey: CatalogAssetKey
  /** The `id` in the element template. */
  readonly resourceId: string
  readonly name: string
}

/** Filter by which versions are used. */
export interface UsageFilter {
  readonly name?: TextFilter | undefined
  readonly status?: ValueFilter<OpenEnum<UsageStatus>> | undefined
}

/** Conditions on projects that use an asset. */
export interface ProjectUsageFilter extends UsageFilter {
  readonly projectKey?: KeyFilter<ProjectKey> | undefined
  readonly workspaceKey?: KeyFilter<WorkspaceKey> | undefined
}

/** Conditions on files that use an asset. */
export interface FileUsageFilter extends UsageFilter {
  readonly fileKey?: KeyFilter<FileKey> | undefined
  readonly projectKey?: KeyFilter<ProjectKey> | undefined
}

/** Conditions on assets that a project uses. */
export interface AssetUsageFilter extends UsageFilter {
  readonly assetKey?: KeyFilter<CatalogAssetKey> | undefined
  readonly resourceId?: TextFilter | undefined
}

/** Fields to sort uses of assets by. */
export type UsageSortField = 'name'
