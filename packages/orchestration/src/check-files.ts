import { refusePart } from '@x/rest'

/** The part of a form with the files. */
const parts: Readonly<Record<string, string>> = {
  'deployments.create': 'resources',
  'documents.create': 'file',
  'documents.createBatch': 'files',
}

/** File extensions of a deployment; from Camunda 8.10 on, any other file is stored as a generic resource. */
const known = /\.(bpmn|dmn|form|rpa)$/i

/**
 * Checks the names of deployed files, which determine their kinds, and of documents, and that each document of a batch
 * has metadata.
 *
 * @param version - Version of the server, if known.
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkFiles(operation: string, form: Readonly<Record<string, unknown>>, version?: string): void {
  const part = parts[operation]
  if (!part) return
  const refuse = (path: string, message: string): never => refusePart(operation, 'form', path, message)
  const isOne = part === 'file'
  const files = (isOne ? [form.file] : form[part]) as readonly unknown[]
  const metadata = (isOne ? [form.metadata] : form.metadataList) as readonly unknown[] | undefined
  if (!Array.isArray(files) || files.length === 0) refuse(part, 'must be an array with at least one file')
  if (metadata !== undefined && metadata?.length !== files.length) {
    refuse('metadataList', 'must have one entry for each of `files`')
  }
  for (const [index, file] of files.entries()) {
    const path = isOne ? part : `${part}.${index}`
    const { fileName } = Object(metadata?.[index]) as { fileName?: string }
    const name = fileName || (Object(file) as Partial<File>).name
    const isResource = part === 'resources'
    if (!name || (isResource && name === 'blob')) {
      const orElse = isResource ? '' : ', or `fileName` in its metadata'
      refuse(path, `needs a file name: pass new File([content], "order.bpmn")${orElse}`)
    } else if (isResource && !/\.\w+$/.test(name)) refuse(path, 'needs an extension such as .bpmn')
    else if (isResource && version && version !== '8.10' && !known.test(name)) {
      refuse(path, 'is not a .bpmn, .dmn, .form or .rpa file; Camunda accepts others from 8.10 on')
    }
  }
}
