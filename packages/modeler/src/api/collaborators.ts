import type { CallOptions, OpenEnum, SearchAll, SearchAllOptions } from '@x/rest'
import type { FilterText, Id, Name, Page, Search } from './shared.ts'

/**
 * The people with access to a project.
 *
 * @until 8.11
 */
export interface Collaborators {
  /**
   * Adds a person to a project, or changes the role of a collaborator.
   *
   * @operation PUT /collaborators
   * @throws {ApiError} 404 unless the person belongs to the organization and has logged in to Web Modeler once
   * @example
   * await modeler.collaborators.set({ email: 'jane@example.com', projectId, role: 'project_admin' })
   */
  set(body: SetCollaboratorBody, options?: CallOptions): Promise<void>

  /**
   * Removes a person from a project. The person stays a member of the organization, but loses access to the project.
   *
   * @operation DELETE /projects/{projectId}/collaborators/{email}
   * @permission Web Modeler API: delete
   * @throws {ApiError} 404 if the project does not exist, or the person is not a collaborator
   */
  delete(projectId: Id, email: FilterText, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching collaborators.
   *
   * @operation POST /collaborators/search
   * @permission Web Modeler API: read
   * @paging page
   */
  search(body?: CollaboratorSearch, options?: CallOptions): Promise<Page<Collaborator>>

  /** Returns all matching collaborators one by one, and requests pages as they are needed. */
  searchAll(
    body?: SearchAll<CollaboratorSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Collaborator, void, undefined>
}

/** Role of a collaborator in a project. */
export type CollaboratorRole = 'project_admin' | 'editor' | 'commenter' | 'viewer'

/** A person with access to a project. */
export interface Collaborator {
  name?: string | null | undefined
  email: string
  projectId: string
  /** Newer servers may return further roles. */
  role: OpenEnum<CollaboratorRole>
}

/** Adds a person to a project, or changes the role of a collaborator. */
export interface SetCollaboratorBody {
  /** Address of a person who belongs to the organization **and has logged in to Web Modeler at least once**. */
  email: Name
  projectId: Id
  role: CollaboratorRole
}

/** Exact match of the members of a collaborator. */
export interface CollaboratorFilter {
  name?: FilterText | undefined
  email?: FilterText | undefined
  projectId?: FilterText | undefined
  role?: CollaboratorRole | undefined
}

/** The server cannot sort by `role`. */
export type CollaboratorSortField = 'name' | 'email' | 'projectId'

export type CollaboratorSearch = Search<CollaboratorFilter, CollaboratorSortField>
