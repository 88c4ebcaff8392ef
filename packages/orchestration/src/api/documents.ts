import type { BinaryResponse, CallOptions, DateInput, DateTime, Int, JsonInput, JsonObject, OpenEnum } from '@x/rest'
import type { ProcessDefinitionId, ProcessInstanceKey } from './identifiers.ts'

/**
 * Documents: files that processes work with, in the document store of the cluster.
 *
 * A process has the reference of a document in a variable, never its content: put the unchanged
 * {@link DocumentReference} into the variables. If the cluster stores documents in memory or on its own disk, they are
 * lost when it restarts.
 */
export interface Documents {
  /**
   * Uploads a document, and returns its reference.
   *
   * @operation POST /documents
   * @permission DOCUMENT CREATE
   * @since 8.6
   * @throws {ApiError} 400 or 409 if there is already a document with this `documentId`
   * @example
   * const invoice = await camunda.documents.create({ file: new File([pdf], 'invoice.pdf', { type: 'application/pdf' }) })
   * await camunda.processInstances.create({ processDefinitionId: 'pay-invoice', variables: { invoice } })
   */
  create(form: CreateDocumentRequest, query?: CreateDocumentQuery, options?: CallOptions): Promise<DocumentReference>

  /**
   * Uploads several documents. **It succeeds even if the server could not store some of them**: check `failedDocuments`,
   * and upload these again.
   *
   * @operation POST /documents/batch
   * @permission DOCUMENT CREATE
   * @since 8.7
   * @throws {ApiError} 400 if a file has no name, or the lengths of `metadataList` and `files` differ
   * @example
   * const { createdDocuments, failedDocuments } = await camunda.documents.createBatch({ files })
   * for (const { fileName, detail } of failedDocuments) console.error(fileName, detail)
   */
  createBatch(
    form: CreateDocumentsBatchRequest,
    query?: DocumentStoreQuery,
    options?: CallOptions,
  ): Promise<DocumentCreationBatch>

  /**
   * Downloads a document. Pass the `contentHash` of its reference: servers reject the download without it.
   *
   * @operation GET /documents/{documentId}
   * @permission DOCUMENT READ
   * @since 8.6
   * @returns the content as a stream, or all of it with `bytes()` or `text()`
   * @throws {ApiError} 404 if it does not exist; 400 or 404 if `contentHash` is missing or wrong
   * @example
   * const { documentId, storeId, contentHash } = reference
   * const download = await camunda.documents.get(documentId, { storeId, contentHash: contentHash ?? undefined })
   * const content = await download.bytes()
   */
  get(documentId: string, query?: DocumentQuery, options?: CallOptions): Promise<BinaryResponse>

  /**
   * Deletes a document. **This cannot be undone.** Variables keep its reference, which is then invalid.
   *
   * @operation DELETE /documents/{documentId}
   * @permission DOCUMENT DELETE
   * @since 8.6
   * @throws {ApiError} 404 if it does not exist
   */
  delete(documentId: string, query?: DocumentStoreQuery, options?: CallOptions): Promise<void>

  /**
   * Creates a link that downloads a document without further credentials until it expires. Only stores on AWS, Azure
   * and Google Cloud support links.
   *
   * **Anyone with the link can read the document** until it expires.
   *
   * @operation POST /documents/{documentId}/links
   * @permission DOCUMENT CREATE
   * @since 8.7
   * @throws {ApiError} 400 if the store does not support links, or `contentHash` is missing or wrong
   * @example
   * const { documentId, storeId, contentHash } = reference
   * const query = { storeId, contentHash: contentHash ?? undefined }
   * const { url } = await camunda.documents.createLink(documentId, { timeToLive: 300_000 }, query)
   */
  createLink(
    documentId: string,
    body?: CreateDocumentLinkRequest,
    query?: DocumentQuery,
    options?: CallOptions,
  ): Promise<DocumentLink>
}

/** A document to upload. */
export interface CreateDocumentRequest {
  /** A `File` has a name and a type; for a `Blob`, pass `metadata.fileName`. */
  readonly file: Blob
  readonly metadata?: DocumentMetadata | undefined
}

/** Documents to upload. */
export interface CreateDocumentsBatchRequest {
  /** Each needs a name, of the `File` or in `metadataList`. @minItems 1 */
  readonly files: readonly Blob[]
  /** Metadata of each file, in the order of `files`, with the same number of entries. */
  readonly metadataList?: readonly DocumentMetadata[] | undefined
}

/** Metadata for an upload. */
export interface DocumentMetadata {
  /** @defaultValue the type of the file */
  readonly contentType?: string | undefined
  /** @defaultValue the name of the file */
  readonly fileName?: string | undefined
  /** When the store may delete it. */
  readonly expiresAt?: DateInput | undefined
  /** In bytes. */
  readonly size?: Int | undefined
  /** The process that the document comes from. */
  readonly processDefinitionId?: ProcessDefinitionId | undefined
  /** The process instance that the document comes from. */
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  /** Custom properties of your application. */
  readonly customProperties?: JsonInput | undefined
}

/** Store that a document is in. */
export interface DocumentStoreQuery {
  /** `storeId` of the reference. @defaultValue the only store of the cluster */
  readonly storeId?: string | undefined
}

/** Store and id of a new document. */
export interface CreateDocumentQuery extends DocumentStoreQuery {
  /** A unique id. @defaultValue generated */
  readonly documentId?: string | undefined
}

/** Store and content of a document. */
export interface DocumentQuery extends DocumentStoreQuery {
  /** `contentHash` of the reference. Required in practice. */
  readonly contentHash?: string | undefined
}

/** A reference to a document, to store in a variable. */
export interface DocumentReference {
  /** Distinguishes a reference from other JSON objects. */
  readonly 'camunda.document.type': OpenEnum<'camunda'>
  readonly storeId: string
  readonly documentId: string
  /** Hash of the content, to pass to `get` and `createLink`. */
  readonly contentHash: string | null
  readonly metadata: StoredDocumentMetadata
}

/** The results of a batch of uploads. */
export interface DocumentCreationBatch {
  readonly createdDocuments: readonly DocumentReference[]
  /** Files that were not stored; empty if all were. */
  readonly failedDocuments: readonly DocumentCreationFailure[]
}

/** Why a document was not stored. */
export interface DocumentCreationFailure {
  readonly fileName: string
  /** The HTTP status that a single upload would have had. @since 8.9 */
  readonly status?: Int | undefined
  /** @since 8.9 */
  readonly title?: string | undefined
  readonly detail: string
}

/** How long a link is valid. */
export interface CreateDocumentLinkRequest {
  /** In milliseconds. @defaultValue `3_600_000`, one hour */
  readonly timeToLive?: Int | undefined
}

/** A link to the content of a document. */
export interface DocumentLink {
  /** Contains the credentials for the download: do not log it. */
  readonly url: string
  readonly expiresAt: DateTime
}

/** Metadata of a stored document. */
export interface StoredDocumentMetadata {
  readonly contentType: string
  readonly fileName: string
  /** Null if it does not expire. */
  readonly expiresAt: DateTime | null
  /** In bytes. */
  readonly size: Int
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processInstanceKey: ProcessInstanceKey | null
  /** Custom properties. */
  readonly customProperties: JsonObject
}
