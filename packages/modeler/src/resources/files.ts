import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { type EditOptions, editFile } from '../edit-file.ts'
import type { ModelerResourceOptions } from '../options.ts'
import { files as routes } from '../routes.ts'
import { type SearchAllOptions, searchMethods } from '../search.ts'
import { transportFrom } from '../transport.ts'
import type {
  CreateFileBody,
  FileChange,
  FileMetadata,
  FileSearch,
  ModelerFile,
  UpdateFileBody,
} from '../types/file.ts'
import type { Page, SearchAll } from '../types/search.ts'

/** Files: BPMN and DMN diagrams, forms, connector templates. */
export interface Files {
  /**
   * Makes a file. Names need not be unique: doing it twice makes two files. Needs the create permission. `POST /files`
   *
   * @example
   * ```ts
   * const { id } = await modeler.files.create({ name: 'Ship order', fileType: 'bpmn', content: xml, projectId })
   * ```
   */
  create(body: CreateFileBody, options?: CallOptions): Promise<FileMetadata>

  /** Gives a file with its content. Needs the read permission. `GET /files/{fileId}` */
  get(fileId: string, options?: CallOptions): Promise<ModelerFile>

  /**
   * Changes the name, the content or the place of a file. Needs the update permission. `PATCH /files/{fileId}`
   *
   * @throws `ConflictError` when somebody changed the file after the `revision` that the change is based on; read it
   * again and decide, or use {@link Files.edit | `edit`}.
   */
  update(fileId: string, body: UpdateFileBody, options?: CallOptions): Promise<FileMetadata>

  /**
   * Reads a file, lets `change` say what to change, and sends it; reads and asks again when somebody else was faster.
   *
   * `change` may be called several times and gets the newest file each time. Nothing is sent when it gives `undefined`.
   *
   * @returns The file as it is now, without its content.
   * @throws `ConflictError` after {@link EditOptions.attempts} conflicts, and whatever `change` throws.
   * @example
   * ```ts
   * await modeler.files.edit(fileId, ({ content }) => ({ content: content.replaceAll('v1', 'v2') }))
   * ```
   */
  edit(
    fileId: string,
    change: (file: ModelerFile) => FileChange | undefined | Promise<FileChange | undefined>,
    options?: EditOptions,
  ): Promise<FileMetadata>

  /**
   * Deletes a file **for good**, with its milestones, versions, comments and shares. Needs the delete permission.
   * `DELETE /files/{fileId}`
   */
  delete(fileId: string, options?: CallOptions): Promise<void>

  /** Gives one page of the files that match, without their content. Needs the read permission. `POST /files/search` */
  search(search?: FileSearch, options?: CallOptions): Promise<Page<FileMetadata>>

  /**
   * Gives all files that match, page by page as they are asked for. Pages are numbered by the server at the time of each
   * request: collect the files before you delete or make any, or some are skipped.
   *
   * @example
   * ```ts
   * const changed = modeler.files.searchAll({ filter: { projectId, updated: `>=${lastRun.toISOString()}` } })
   * for await (const file of changed) console.log(file.simplePath)
   * ```
   */
  searchAll(search?: SearchAll<FileSearch>, options?: SearchAllOptions): AsyncGenerator<FileMetadata, void, undefined>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createFiles(source: ModelerResourceOptions | Transport): Files {
  const transport = transportFrom(source)
  const methods: Pick<Files, keyof typeof routes> = createMethods(transport, routes)
  return {
    ...methods,
    edit: (fileId, change, options) => editFile(methods, fileId, change, options),
    ...searchMethods<FileSearch, FileMetadata>(transport, routes.search),
  }
}
