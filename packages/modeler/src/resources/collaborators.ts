import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { collaborators as routes } from '../routes.ts'
import { type SearchAllOptions, searchMethods } from '../search.ts'
import { transportFrom } from '../transport.ts'
import type { Collaborator, CollaboratorSearch, SetCollaboratorBody } from '../types/collaborator.ts'
import type { Page, SearchAll } from '../types/search.ts'

/** Who may work in a project. */
export interface Collaborators {
  /**
   * Adds a person to a project, or changes the role of one who is there. The person must belong to the organization and
   * have logged in to Web Modeler once, otherwise the answer is 404. `PUT /collaborators`
   *
   * @example
   * ```ts
   * await modeler.collaborators.set({ email: 'jane@example.com', projectId, role: 'project_admin' })
   * ```
   */
  set(body: SetCollaboratorBody, options?: CallOptions): Promise<void>

  /** Takes a person out of a project. Needs the delete permission. `DELETE /projects/{projectId}/collaborators/{email}` */
  delete(projectId: string, email: string, options?: CallOptions): Promise<void>

  /** Gives one page of the collaborators that match. Needs the read permission. `POST /collaborators/search` */
  search(search?: CollaboratorSearch, options?: CallOptions): Promise<Page<Collaborator>>

  /** Gives all collaborators that match, page by page as they are asked for. */
  searchAll(
    search?: SearchAll<CollaboratorSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Collaborator, void, undefined>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createCollaborators(source: ModelerResourceOptions | Transport): Collaborators {
  const transport = transportFrom(source)
  return {
    ...createMethods(transport, routes),
    ...searchMethods<CollaboratorSearch, Collaborator>(transport, routes.search),
  }
}
