import type { CallOptions, Email, OpenEnum, SearchAllOptions, TextFilter } from '@x/rest'
import type { WorkspaceKey } from './identifiers.ts'
import type { FilteredSearch, Page, ValueFilter } from './shared.ts'

/**
 * The people with access to a workspace. The Web Modeler API v1 calls them collaborators.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Members {
  /**
   * Adds a person to a workspace, or changes the role of a member. Someone who has never logged in is invited.
   *
   * @operation POST /workspaces/{workspaceKey}/members
   * @throws {ApiError} 404 if the workspace does not exist
   * @example
   * await hub.members.add(workspaceKey, { email: 'jane@example.com', role: 'editor' })
   */
  add(workspaceKey: WorkspaceKey, body: AddMemberRequest, options?: CallOptions): Promise<Member>

  /**
   * Removes a person from a workspace.
   *
   * @operation DELETE /workspaces/{workspaceKey}/members/{email}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if the workspace does not exist or has no such member
   */
  remove(workspaceKey: WorkspaceKey, email: Email, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching members of a workspace. The filter must contain the workspace.
   *
   * @operation POST /members/search
   * @permission Hub API: read
   * @paging offset
   */
  search(body: FilteredSearch<MemberFilter, MemberSortField>, options?: CallOptions): Promise<Page<Member>>

  /**
   * Returns all matching members of a workspace one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const { email, role } of hub.members.searchAll({ filter: { workspaceKey } })) console.log(email, role)
   */
  searchAll(
    body: FilteredSearch<MemberFilter, MemberSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Member, void, undefined>
}

/** What a member may do in a workspace. */
export type MemberRole = 'workspace_admin' | 'editor' | 'commenter' | 'viewer'

/** A person with access to a workspace. */
export interface Member {
  readonly workspaceKey: WorkspaceKey
  readonly email: string
  /** `null` until the first login. */
  readonly name: string | null
  readonly role: OpenEnum<MemberRole>
}

/** A person to add to a workspace. */
export interface AddMemberRequest {
  readonly email: Email
  readonly role: MemberRole
}

/** Conditions on members. */
export interface MemberFilter {
  /** The workspace. The server accepts equality only. */
  readonly workspaceKey: ValueFilter<WorkspaceKey>
  readonly email?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  readonly role?: ValueFilter<OpenEnum<MemberRole>> | undefined
}

/** Fields to sort members by. */
export type MemberSortField = 'email' | 'name' | 'role'
