import type { Search } from './search.ts'

/** What a collaborator may do in a project. */
export type CollaboratorRole = 'project_admin' | 'editor' | 'commenter' | 'viewer'

/** A person with access to a project. */
export interface Collaborator {
  name?: string | null | undefined
  email: string
  projectId: string
  /** Newer servers may know further roles. */
  role: CollaboratorRole | (string & {})
}

/** Adds a person to a project, or changes the role of one who is there. */
export interface SetCollaboratorBody {
  /** Of a person who belongs to the organization **and has logged in to Web Modeler at least once**. */
  email: string
  projectId: string
  role: CollaboratorRole
}

/** Equality on the members of a collaborator. */
export interface CollaboratorFilter {
  name?: string | undefined
  email?: string | undefined
  projectId?: string | undefined
  role?: CollaboratorRole | undefined
}

/** The server cannot sort by `role`. */
export type CollaboratorSortField = 'name' | 'email' | 'projectId'

export type CollaboratorSearch = Search<CollaboratorFilter, CollaboratorSortField>
