import type { Members } from './members.ts'

type DeploymentPart = 'processDefinition' | 'decisionDefinition' | 'decisionRequirements' | 'form' | 'resource'

/** What each kind of file deploys, by the end of its name. */
const PARTS: Readonly<Record<string, readonly DeploymentPart[]>> = {
  bpmn: ['processDefinition'],
  dmn: ['decisionRequirements', 'decisionDefinition'],
  form: ['form'],
}

/** A deployment with one entry for each process, decision, form or resource: what the names of the files say. */
export function deploymentOf(sample: Members, form: Members = {}): Members {
  const [entry] = sample.deployments as readonly [Readonly<Record<DeploymentPart, Members>>]
  const { decisionRequirementsKey } = entry.decisionRequirements
  const parts = { ...entry, decisionDefinition: { ...entry.decisionDefinition, decisionRequirementsKey } }
  const files = form.resources as readonly File[]
  const deployments = files.flatMap(({ name }, index) => {
    const [id = name, extension = ''] =
      name
        .split('/')
        .at(-1)
        ?.split(/\.(?=[^.]*$)/) ?? []
    return (PARTS[extension.toLowerCase()] ?? ['resource']).map((part) => ({
      processDefinition: null,
      decisionDefinition: null,
      decisionRequirements: null,
      form: null,
      resource: null,
      [part]: renamed(parts[part], name, id, index),
    }))
  })
  return { ...sample, deployments }
}

/** The sample with ids and names of the file, and keys that differ from those of the other files. */
function renamed(sample: Members, resourceName: string, id: string, index: number): Members {
  const members = Object.entries(sample).map(([name, value]) => {
    if (name === 'resourceName') return [name, resourceName]
    if (/(Id|name|Name)$/.test(name) && name !== 'tenantId') return [name, id]
    if (name.endsWith('Key')) return [name, String(BigInt(value as string) + BigInt(index))]
    return [name, value]
  })
  return Object.fromEntries(members)
}

interface DocumentSample {
  readonly documentId: string
  readonly metadata: Members
}

/** A reference to a document: what the file says about itself. */
export function documentOf(sample: DocumentSample, file: unknown): DocumentSample {
  const { name, size, type } = file as File
  const contentType = type || 'application/octet-stream'
  return { ...sample, metadata: { ...sample.metadata, fileName: name, contentType, size } }
}

export function documentsOf(sample: DocumentSample, files: unknown): DocumentSample[] {
  return (files as readonly File[]).map((file, index) =>
    documentOf({ ...sample, documentId: `${sample.documentId}-${index + 1}` }, file),
  )
}
