/** The author of a change: a person, or an API client, which has no email address. */
export interface User {
  readonly name: string
  readonly email?: string | undefined
}

/** When something was done, and by whom. */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: User
}

/** What every item in Web Modeler has. Names need not be unique. */
export interface Entity {
  readonly id: string
  name: string
  readonly created: Stamp
  updated: Stamp
}

export const ROLES = ['project_admin', 'editor', 'viewer', 'commenter'] as const
export type Role = (typeof ROLES)[number]

export interface Project extends Entity {
  readonly kind: 'project'
  /** Roles by email address. */
  readonly collaborators: Map<string, Role>
}

export interface ProcessApplication extends Entity {
  readonly kind: 'process application'
  readonly parent: Project
}

export interface Folder extends Entity {
  readonly kind: 'folder'
  parent: Container
}

/** The location of folders and files. */
export type Container = Project | ProcessApplication | Folder

export const FILE_TYPES = ['bpmn', 'dmn', 'form', 'connector_template'] as const
export type FileType = (typeof FILE_TYPES)[number]

export interface ModelerFile extends Entity {
  readonly type: FileType
  parent: Container
  content: string
  /** The number of the change, from 1. */
  revision: number
}

/** The state of a file at one moment. Milestones and versions are two names for it. */
export interface Version extends Entity {
  readonly file: ModelerFile
  readonly content: string
  description?: string | undefined
  organizationPublic: boolean
}
