import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import { Problem } from '../../problem.ts'
import type { Handlers } from '../handler.ts'
import { rejected } from '../problems.ts'

/** The maximum size of a deployment, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024

/** The extensions that every version can deploy. */
const KNOWN = /\.(bpmn|xml|dmn|form|rpa)$/

/** The first minor version that can deploy files with any extension. */
const ANY_FILE = 10

/** Deploys files: all of them or, if there is any problem, none. The error lists all problems of all files. */
export function deploymentOperations({ engine }: ClusterEngine): Handlers {
  return {
    'deployments.create': async ({ form: { resources, tenantId }, request: { bytes }, minor }) => {
      if (bytes.byteLength > MOST_BYTES) {
        throw new Problem(413, `The deployment has ${bytes.byteLength} bytes; at most ${MOST_BYTES} are allowed.`)
      }
      const files = resources as readonly File[]
      const unknown = files.filter(({ name }) => minor < ANY_FILE && !KNOWN.test(name))
      if (unknown.length > 0) {
        throw rejected('INVALID_ARGUMENT', unknown.map(({ name }) => `${name}: unknown resource type`).join('\n'))
      }
      const contents = files.map(async (file) => ({
        name: file.name,
        content: await file.text(),
      }))
      return engine.deploy(await Promise.all(contents), { tenantId })
    },
  }
}
