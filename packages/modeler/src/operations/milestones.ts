import type { Operation } from '@x/rest'
import { exactOptional, type GenericSchema, string } from 'valibot'
import { milestones as routes } from '../routes.ts'
import type {
  Comparison,
  CreateMilestoneBody,
  Milestone,
  MilestoneFilter,
  MilestoneMetadata,
  MilestoneSortField,
  UpdateMilestoneBody,
} from '../types/milestone.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'
import { answer, changes, changesFilter, id, name, page, request, search, text } from './schema.ts'

const metadata: GenericSchema<unknown, MilestoneMetadata> = answer<MilestoneMetadata>({
  id: string(),
  name: string(),
  fileId: string(),
  ...changes,
})

const params = { milestoneId: id }

const rows: readonly Operation[] = [
  {
    ...routes.create,
    summary: 'Keep the present content of a file under a name',
    permission: CREATE,
    body: request<CreateMilestoneBody>({ name, fileId: id }),
    response: metadata,
  },
  {
    ...routes.get,
    summary: 'A milestone with the content it keeps',
    permission: READ,
    params,
    response: answer<Milestone>({ metadata, content: string() }),
  },
  {
    ...routes.update,
    summary: 'Rename a milestone',
    permission: UPDATE,
    params,
    body: request<UpdateMilestoneBody>({ name }),
    response: metadata,
  },
  { ...routes.delete, summary: 'Delete a milestone, for good; the file stays', permission: DELETE, params },
  { ...routes.restore, summary: 'Bring the file back to what it was at a milestone', params, response: metadata },
  {
    ...routes.search,
    summary: 'A page of the milestones that match',
    permission: READ,
    body: search<MilestoneFilter, MilestoneSortField>(
      { id: exactOptional(text), name: exactOptional(text), fileId: exactOptional(text), ...changesFilter },
      ['id', 'name', 'fileId', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(metadata),
  },
  {
    ...routes.compare,
    summary: 'A link to a page that shows the differences between two milestones',
    permission: READ,
    params: { milestone1Id: id, milestone2Id: id },
    response: answer<Comparison>({ url: string() }),
  },
]

export const milestones: readonly Operation[] = rows.map((row) => ({
  ...row,
  deprecated: 'Since Camunda 8.7. From 8.9 on use versions.',
}))
