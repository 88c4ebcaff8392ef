import { optional, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { milestones as routes } from '../routes.ts'
import type {
  Comparison,
  CreateMilestoneBody,
  Milestone,
  MilestoneFilter,
  MilestoneMetadata,
  MilestoneSortField,
  UpdateMilestoneBody,
} from '../types/milestone.ts'
import { answer, changes, changesFilter, id, name, page, request, type Schemas, search, text } from './schema.ts'

const metadata: GenericSchema<unknown, MilestoneMetadata> = answer<MilestoneMetadata>({
  id: string(),
  name: string(),
  fileId: string(),
  ...changes,
})

/** What goes in and out, by operation. */
export const milestones: Schemas<typeof routes> = {
  create: { body: request<CreateMilestoneBody>({ name, fileId: id }), response: metadata },
  get: { response: answer<Milestone>({ metadata, content: string() }) },
  update: { body: request<UpdateMilestoneBody>({ name }), response: metadata },
  restore: { response: metadata },
  search: {
    body: search<MilestoneFilter, MilestoneSortField>(
      { id: optional(text), name: optional(text), fileId: optional(text), ...changesFilter },
      ['id', 'name', 'fileId', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(metadata),
  },
  compare: { response: answer<Comparison>({ url: string() }) },
}
