export {
  ApiError,
  type Authenticator,
  type CallOptions,
  ConflictError,
  MalformedResponseError,
  NetworkError,
  RateLimitedError,
  RestError,
  type RestErrorCode,
  type RestEvent,
  type RetryOptions,
  TimeoutError,
  type Transport,
  ValidationError,
  type ValidationIssue,
} from '@x/rest'
export { createModelerClient, type ModelerClient } from './client.ts'
export type { EditOptions } from './edit-file.ts'
export type { ModelerClientOptions, ModelerResourceOptions } from './options.ts'
export { createRateLimiter, type RateLimiter, type RateLimiterOptions } from './rate-limiter.ts'
export type { Collaborators } from './resources/collaborators.ts'
export type { Files } from './resources/files.ts'
export type { Folders } from './resources/folders.ts'
export type { Info } from './resources/info.ts'
export type { Milestones } from './resources/milestones.ts'
export type { ProcessApplications } from './resources/process-applications.ts'
export type { Projects } from './resources/projects.ts'
export type { Versions } from './resources/versions.ts'
export type { SearchAllOptions } from './search.ts'
export { formatSimplePath, parseSimplePath } from './simple-path.ts'
export { createModelerTransport } from './transport.ts'
export type { Changes, ChangesFilter, User, UserFilter } from './types/changes.ts'
export type {
  Collaborator,
  CollaboratorFilter,
  CollaboratorRole,
  CollaboratorSearch,
  CollaboratorSortField,
  SetCollaboratorBody,
} from './types/collaborator.ts'
export type {
  CreateFileBody,
  FileChange,
  FileFilter,
  FileMetadata,
  FileSearch,
  FileSortField,
  FileType,
  ModelerFile,
  PathElement,
  UpdateFileBody,
} from './types/file.ts'
export type { CreateFolderBody, Folder, FolderContent, FolderMetadata, UpdateFolderBody } from './types/folder.ts'
export type { ServerInfo } from './types/info.ts'
export type {
  Comparison,
  CreateMilestoneBody,
  Milestone,
  MilestoneFilter,
  MilestoneMetadata,
  MilestoneSearch,
  MilestoneSortField,
  UpdateMilestoneBody,
} from './types/milestone.ts'
export type {
  CreateProcessApplicationBody,
  ProcessApplication,
  ProcessApplicationContent,
  ProcessApplicationMetadata,
  UpdateProcessApplicationBody,
} from './types/process-application.ts'
export type {
  CreateProjectBody,
  Project,
  ProjectContent,
  ProjectFilter,
  ProjectMetadata,
  ProjectSearch,
  ProjectSortField,
  UpdateProjectBody,
} from './types/project.ts'
export type { DateFilter, Page, Search, SearchAll, Sort } from './types/search.ts'
export type {
  CreateVersionBody,
  RestoreVersionBody,
  UpdateVersionBody,
  Version,
  VersionFilter,
  VersionMetadata,
  VersionSearch,
  VersionSortField,
} from './types/version.ts'
