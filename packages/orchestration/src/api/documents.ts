import type { BinaryResponse, CallOptions, DateTime, Int, JsonObject, OpenEnum } from '@x/rest'
import type { ProcessDefinitionId, ProcessInstanceKey } from './identifiers.ts'
import type { StoredDocumentMetadata } from './shared.ts'

/** TODO(words) */
export interface Documents {
  /**
   * TODO(words)
   *
   * @operation POST /documents
   * @permission DOCUMENT CREATE
   * @since 8.6
   */
  create(form: DocumentRequest, query?: CreateDocumentQuery, options?: CallOptions): Promise<DocumentReference>

  /**
   * TODO(words)
   *
   * @operation POST /documents/batch
   * @permission DOCUMENT CREATE
   * @since 8.7
   */
  createBatch(
    form: DocumentBatchRequest,
    query?: CreateDocumentsQuery,
    options?: CallOptions,
  ): Promise<DocumentCreationBatch>

  /**
   * TODO(words)
   *
   * @operation GET /documents/{documentId}
   * @permission DOCUMENT READ
   * @since 8.6
   */
  get(documentId: string, query?: GetDocumentQuery, options?: CallOptions): Promise<BinaryResponse>

  /**
   * TODO(words)
   *
   * @operation DELETE /documents/{documentId}
   * @permission DOCUMENT DELETE
   * @since 8.6
   */
  delete(documentId: string, query?: DeleteDocumentQuery, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /documents/{documentId}/links
   * @permission DOCUMENT CREATE
   * @since 8.7
   */
  createLink(
    documentId: string,
    body?: DocumentLinkRequest,
    query?: CreateDocumentLinkQuery,
    options?: CallOptions,
  ): Promise<DocumentLink>
}

export interface DocumentMetadata {
  readonly contentType?: string | undefined
  readonly fileName?: string | undefined
  readonly expiresAt?: DateTime | undefined
  readonly size?: Int | undefined
  readonly processDefinitionId?: ProcessDefinitionId | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  readonly customProperties?: JsonObject | undefined
}

export interface CreateDocumentQuery {
  readonly storeId?: string | undefined
  readonly documentId?: string | undefined
}

export interface DocumentCreationBatch {
  readonly failedDocuments: readonly DocumentCreationFailureDetail[]
  readonly createdDocuments: readonly DocumentReference[]
}

export interface DocumentCreationFailureDetail {
  readonly fileName: string
  /** @since 8.9 */
  readonly status?: Int | undefined
  /** @since 8.9 */
  readonly title?: string | undefined
  readonly detail: string
}

export interface CreateDocumentsQuery {
  readonly storeId?: string | undefined
}

export interface GetDocumentQuery {
  readonly storeId?: string | undefined
  readonly contentHash?: string | undefined
}

export interface DeleteDocumentQuery {
  readonly storeId?: string | undefined
}

export interface DocumentLink {
  readonly url: string
  readonly expiresAt: DateTime
}

export interface DocumentLinkRequest {
  readonly timeToLive?: Int | undefined
}

export interface CreateDocumentLinkQuery {
  readonly storeId?: string | undefined
  readonly contentHash?: string | undefined
}

export interface DocumentReference {
  readonly 'camunda.document.type': OpenEnum<'camunda'>
  readonly storeId: string
  readonly documentId: string
  readonly contentHash: string | null
  readonly metadata: StoredDocumentMetadata
}

export interface DocumentRequest {
  readonly file: Blob
  readonly metadata?: DocumentMetadata | undefined
}

export interface DocumentBatchRequest {
  /** @minItems 1 */
  readonly files: readonly Blob[]
  readonly metadataList?: readonly DocumentMetadata[] | undefined
}
