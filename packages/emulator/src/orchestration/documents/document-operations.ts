import type { EmulatorClock } from '../../clock.ts'
import { Problem } from '../../problem.ts'
import type { Random } from '../../random.ts'
import { created, type Handlers, Reply } from '../handler.ts'
import { invalid } from '../problems.ts'
import { createDocumentStore, type DocumentMetadata, type StoredDocument } from './document-store.ts'
import { LINKS } from './links.ts'

export interface DocumentsParts {
  readonly clock: EmulatorClock
  readonly random: Random
  /** The beginning of links: the address of the cluster's API. */
  readonly address: string
}

export interface Documents {
  readonly operations: Handlers
  /** Responds to a path that is a link; undefined for any other path. */
  openLink(path: string): Response | undefined
}

interface Link {
  readonly document: StoredDocument
  /** Milliseconds since 1970. */
  readonly expires: number
}

const HOUR = 60 * 60 * 1000

/** Documents, which are kept in memory with the hashes of their contents, and links to them that require no token. */
export function createDocuments({ clock, random, address }: DocumentsParts): Documents {
  const store = createDocumentStore(clock, random)
  const links = new Map<string, Link>()
  return {
    operations: {
      'documents.create': async ({ form, query }) =>
        created((await store.add(form.file, form.metadata ?? {}, query)).reference),
      'documents.createBatch': async ({ form, query }) => {
        const files = form.files as readonly File[]
        const metadata = (form.metadataList ?? files.map(() => ({}))) as readonly DocumentMetadata[]
        if (metadata.length !== files.length) {
          throw invalid('The number of files and the number of metadata objects must be the same.')
        }
        const createdDocuments: unknown[] = []
        const failedDocuments: unknown[] = []
        for (const [index, file] of files.entries()) {
          const about = metadata[index] ?? {}
          try {
            createdDocuments.push((await store.add(file, about, query)).reference)
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            const { status, title, message: detail } = error
            failedDocuments.push({ fileName: about.fileName ?? file.name, status, title, detail })
          }
        }
        return new Reply(failedDocuments.length > 0 ? 207 : 201, { createdDocuments, failedDocuments })
      },
      'documents.get': ({ params: { documentId = '' }, query }) => contentOf(store.get(documentId, query)),
      'documents.delete': ({ params: { documentId = '' }, query }) => store.delete(documentId, query),
      'documents.createLink': ({ params: { documentId = '' }, query, body }) => {
        const document = store.get(documentId, query)
        const { timeToLive = HOUR } = body as { readonly timeToLive?: number }
        if (timeToLive <= 0) throw invalid('timeToLive must be greater than 0.')
        const token = random.uuid()
        const expires = clock.now() + timeToLive
        links.set(token, { document, expires })
        return created({ url: `${address}${LINKS}${token}`, expiresAt: new Date(expires).toISOString() })
      },
    },
    openLink: (path) => {
      if (!path.startsWith(LINKS)) return undefined
      const link = links.get(path.slice(LINKS.length))
      // As in object storages.
      if (link === undefined || link.expires <= clock.now()) return new Response('Request has expired', { status: 403 })
      return contentOf(link.document)
    },
  }
}

function contentOf({ content, reference }: StoredDocument): Response {
  const { fileName, contentType, size } = reference.metadata
  return new Response(content, {
    headers: {
      'content-type': contentType,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  })
}
