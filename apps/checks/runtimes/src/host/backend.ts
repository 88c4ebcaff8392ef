import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Emulator } from '@x/emulator'
import type { Project } from './project.ts'

/** The backend of the page: `@x/proxy` as installed, in front of the emulator's Operate. Every user is signed in. */
export async function createBackend(
  project: Project,
  emulator: Emulator,
  origin: string,
): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const { createProxy } = (await project.import('@x/proxy')) as typeof import('@x/proxy')
  const { toNodeListener } = (await project.import('@x/proxy/node')) as typeof import('@x/proxy/node')
  const { createOAuth } = (await project.import('@x/auth')) as typeof import('@x/auth')
  const { operateApi } = (await project.import('@x/operate')) as typeof import('@x/operate')
  const { operations } = (await project.import('@x/operate/operations')) as typeof import('@x/operate/operations')
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [origin],
    session: () => ({ user: 'jane' }),
    apis: {
      operate: {
        ...operateApi,
        baseUrl: emulator.url('operate'),
        auth: createOAuth({ ...emulator.credentials('cluster'), minTokenIntervalMs: 0 }),
        operations,
        allow: ['processInstances.search', 'processInstances.get'],
      },
    },
  })
  return toNodeListener(proxy)
}
