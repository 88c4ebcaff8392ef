import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { milestones as routes } from '../routes.ts'
import { type SearchAllOptions, searchMethods } from '../search.ts'
import { transportFrom } from '../transport.ts'
import type {
  Comparison,
  CreateMilestoneBody,
  Milestone,
  MilestoneMetadata,
  MilestoneSearch,
  UpdateMilestoneBody,
} from '../types/milestone.ts'
import type { Page, SearchAll } from '../types/search.ts'

/**
 * Milestones: named states of a file.
 *
 * @deprecated Since Camunda 8.7. From 8.9 on use `versions`, which have the same methods.
 */
export interface Milestones {
  /** Keeps the present content of a file under a name. Needs the create permission. `POST /milestones` */
  create(body: CreateMilestoneBody, options?: CallOptions): Promise<MilestoneMetadata>

  /** Gives a milestone with the content it keeps. Needs the read permission. `GET /milestones/{milestoneId}` */
  get(milestoneId: string, options?: CallOptions): Promise<Milestone>

  /** Renames a milestone. Needs the update permission. `PATCH /milestones/{milestoneId}` */
  update(milestoneId: string, body: UpdateMilestoneBody, options?: CallOptions): Promise<MilestoneMetadata>

  /** Deletes a milestone **for good**; the file stays. Needs the delete permission. `DELETE /milestones/{milestoneId}` */
  delete(milestoneId: string, options?: CallOptions): Promise<void>

  /** Brings the file back to what it was at the milestone. `POST /milestones/{milestoneId}/restore` */
  restore(milestoneId: string, options?: CallOptions): Promise<MilestoneMetadata>

  /** Gives one page of the milestones that match. Needs the read permission. `POST /milestones/search` */
  search(search?: MilestoneSearch, options?: CallOptions): Promise<Page<MilestoneMetadata>>

  /** Gives all milestones that match, page by page as they are asked for. */
  searchAll(
    search?: SearchAll<MilestoneSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MilestoneMetadata, void, undefined>

  /**
   * Gives a link to a page that shows the differences, with the first as the baseline. It is for people: the page needs a
   * login. Needs the read permission. `GET /milestones/compare/{milestone1Id}...{milestone2Id}`
   */
  compare(milestone1Id: string, milestone2Id: string, options?: CallOptions): Promise<Comparison>
}

/**
 * Makes the resource from its options, or on a transport that others use too.
 *
 * @deprecated Since Camunda 8.7. From 8.9 on use `createVersions`.
 */
export function createMilestones(source: ModelerResourceOptions | Transport): Milestones {
  const transport = transportFrom(source)
  return {
    ...createMethods(transport, routes),
    ...searchMethods<MilestoneSearch, MilestoneMetadata>(transport, routes.search),
  }
}
