import { nullish, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { FolderMetadata } from '../types/folder.ts'
import { answer, changes } from './schema.ts'

/** A folder in an answer. */
export const folderMetadata: GenericSchema<unknown, FolderMetadata> = answer<FolderMetadata>({
  id: string(),
  name: string(),
  projectId: string(),
  parentId: nullish(string()),
  processApplicationId: nullish(string()),
  ...changes,
})
