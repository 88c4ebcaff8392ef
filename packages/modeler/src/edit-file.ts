import { type CallOptions, ConflictError, expectOption } from '@x/rest'
import type { FileChange, FileMetadata, Files, ModelerFile } from './api/files.ts'

/** Options of `files.edit`. Call options apply to each call that it makes. */
export interface EditOptions extends CallOptions {
  /** Number of attempts before a conflict is thrown. @defaultValue `5` */
  readonly attempts?: number | undefined
}

/** Reads, changes and sends a file; repeats that with the latest revision after a conflict. */
export async function edit(
  files: Pick<Files, 'get' | 'update'>,
  fileId: string,
  change: (file: ModelerFile) => FileChange | undefined | Promise<FileChange | undefined>,
  options: EditOptions = {},
): Promise<FileMetadata> {
  expectOption(Object(options) === options, 'options', 'an object')
  const { attempts = 5, ...call } = options
  for (let attempt = 1; ; attempt++) {
    const file = await files.get(fileId, call)
    const changes = await change(file)
    if (!changes) return file.metadata
    try {
      return await files.update(fileId, { ...changes, revision: file.metadata.revision }, call)
    } catch (error) {
      if (!(error instanceof ConflictError) || !(attempt < attempts)) throw error
    }
  }
}
