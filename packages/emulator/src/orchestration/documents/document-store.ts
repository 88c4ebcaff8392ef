import type { EmulatorClock } from '../../clock.ts'
import type { Random } from '../../random.ts'
import type { Members } from '../../sampled/members.ts'
import { invalid, notFound, rejected } from '../problems.ts'

/** The metadata of a document in a request. */
export interface DocumentMetadata {
  readonly fileName?: string | undefined
  readonly contentType?: string | undefined
  readonly expiresAt?: string | undefined
  readonly processDefinitionId?: string | undefined
  readonly processInstanceKey?: string | undefined
  readonly customProperties?: Members | undefined
}

export interface StoredDocument {
  readonly content: Blob
  /** The reference to a document in a response. */
  readonly reference: {
    readonly 'camunda.document.type': 'camunda'
    readonly storeId: string
    readonly documentId: string
    readonly contentHash: string
    readonly metadata: Members & { readonly fileName: string; readonly contentType: string; readonly size: number }
  }
}

/** The documents of one cluster. */
export interface DocumentStore {
  /** Stores a file. @throws {@link Problem} for an id that is taken, another store, or an expiry in the past. */
  add(file: File, metadata: DocumentMetadata, choice: DocumentChoice): Promise<StoredDocument>
  /** @throws {@link Problem} for an unknown document, or a hash that does not match. */
  get(documentId: string, choice: DocumentChoice): StoredDocument
  /** @throws {@link Problem} for an unknown document. */
  delete(documentId: string, choice: DocumentChoice): void
}

/** Query parameters that accompany a document. */
export interface DocumentChoice {
  readonly storeId?: string | undefined
  readonly documentId?: string | undefined
  readonly contentHash?: string | undefined
}

const STORE = 'in-memory'

export function createDocumentStore(clock: EmulatorClock, random: Random): DocumentStore {
  const documents = new Map<string, StoredDocument>()
  const checkStore = ({ storeId = STORE }: DocumentChoice): void => {
    if (storeId !== STORE) throw invalid(`Document store with id '${storeId}' does not exist.`)
  }
  const find = (documentId: string): StoredDocument => {
    const document = documents.get(documentId)
    if (document === undefined) throw notFound('Document', documentId)
    return document
  }
  return {
    add: async (file, metadata, choice) => {
      checkStore(choice)
      const { documentId = random.uuid() } = choice
      if (documents.has(documentId)) {
        throw rejected('ALREADY_EXISTS', `Document with id '${documentId}' exists already`)
      }
      const { expiresAt } = metadata
      if (expiresAt !== undefined && !(Date.parse(expiresAt) > clock.now())) {
        throw invalid(`metadata.expiresAt must be a date and time to come, not '${expiresAt}'.`)
      }
      const bytes = await file.arrayBuffer()
      const contentType = metadata.contentType ?? (file.type || 'application/octet-stream')
      const document: StoredDocument = {
        content: new Blob([bytes], { type: contentType }),
        reference: {
          'camunda.document.type': 'camunda',
          storeId: STORE,
          documentId,
          contentHash: await sha256(bytes),
          metadata: {
            contentType,
            fileName: metadata.fileName ?? file.name,
            size: file.size,
            expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
            processDefinitionId: metadata.processDefinitionId ?? null,
            processInstanceKey: metadata.processInstanceKey ?? null,
            customProperties: metadata.customProperties ?? {},
          },
        },
      }
      documents.set(documentId, document)
      return document
    },
    get: (documentId, choice) => {
      checkStore(choice)
      const document = find(documentId)
      if (choice.contentHash === document.reference.contentHash) return document
      if (choice.contentHash === undefined) throw invalid('No contentHash provided.')
      throw invalid(`Document hash for document '${documentId}' does not match the expected hash.`)
    },
    delete: (documentId, choice) => {
      checkStore(choice)
      find(documentId)
      documents.delete(documentId)
    },
  }
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
