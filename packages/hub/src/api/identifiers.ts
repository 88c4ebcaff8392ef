import type { TextKey } from '@x/rest'

/** Key of an asset of the catalog, a UUID. @minLength 1 */
export type CatalogAssetKey = TextKey<'CatalogAssetKey'>

/** Key of a file, a UUID: the id that the file has in the Web Modeler API v1. @minLength 1 */
export type FileKey = TextKey<'FileKey'>

/** Key of a folder, a UUID: the id that the folder has in the Web Modeler API v1. @minLength 1 */
export type FolderKey = TextKey<'FolderKey'>

/** Key of a project, a UUID: the id of the process application in the Web Modeler API v1. @minLength 1 */
export type ProjectKey = TextKey<'ProjectKey'>

/** Key of a snapshot of a project, a UUID. @minLength 1 */
export type ProjectSnapshotKey = TextKey<'ProjectSnapshotKey'>

/** Key of a version of a file, a UUID: the id that the version has in the Web Modeler API v1. @minLength 1 */
export type VersionKey = TextKey<'VersionKey'>

/** Key of a workspace, a UUID: the id of the project in the Web Modeler API v1. @minLength 1 */
export type WorkspaceKey = TextKey<'WorkspaceKey'>
