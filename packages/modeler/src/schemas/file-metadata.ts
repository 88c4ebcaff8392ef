import { array, nullish, number, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { FileMetadata, FileType } from '../types/file.ts'
import { answer, changes, pathElement } from './schema.ts'

/** Grows with newer servers, so only strict mode insists on these. */
export const fileType: GenericSchema<unknown, FileType> = openEnum(['bpmn', 'dmn', 'form', 'connector_template'])

/** A file in an answer. */
export const fileMetadata: GenericSchema<unknown, FileMetadata> = answer<FileMetadata>({
  id: string(),
  name: string(),
  projectId: string(),
  folderId: nullish(string()),
  processApplicationId: nullish(string()),
  simplePath: nullish(string()),
  canonicalPath: nullish(array(pathElement)),
  revision: number(),
  type: fileType,
  ...changes,
})
