import { expect } from 'vitest'
import type { Api } from '../../src/api.ts'
import { ORGANIZATION_PERMISSIONS, type OrganizationPermission } from '../../src/clients.ts'
import { createClock, type EmulatorClock } from '../../src/clock.ts'
import { createModelerApi, type ModelerApiOptions } from '../../src/modeler/api.ts'
import type { ModelerMember } from '../../src/modeler/workspace.ts'

/** 2026-11-20T08:15:00Z, a Friday. */
export const NOW: number = Date.UTC(2026, 10, 20, 8, 15)

export const NOBODY = '00000000-0000-4000-8000-000000000000'

const PEOPLE: readonly ModelerMember[] = [
  { email: 'ada@example.com', name: 'Ada Berg', invitePending: false },
  { email: 'kofi@example.com', name: 'Kofi Mensah', invitePending: false },
  { email: 'new@example.com', name: '', invitePending: true },
]

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the server sent
  readonly body: any
  readonly headers: Headers
}

export interface Harness {
  readonly api: Api
  readonly clock: EmulatorClock
  readonly members: Map<string, ModelerMember>
  /** Sends JSON as a client with all permissions, or only those given. The path is below `/api/v1`. */
  send(method: string, path: string, body?: unknown, permissions?: readonly OrganizationPermission[]): Promise<Answer>
  /** A request as it is, path, body and headers included. */
  raw(method: string, path: string, body: string, headers: Record<string, string>): Promise<Answer>
  /** A call that must succeed; its body. */
  ok(method: string, path: string, body?: unknown): Promise<Answer['body']>
  /** All items of a search, page by page. */
  all(resource: string, filter?: object): Promise<Answer['body'][]>
}

export function createHarness(options: Partial<ModelerApiOptions> = {}): Harness {
  const clock = createClock(() => NOW)
  const members = new Map(PEOPLE.map((person) => [person.email, person]))
  const api = createModelerApi({ clock, members, requestsPerMinute: false, ...options })

  async function call(
    method: string,
    path: string,
    body: string,
    headers: Record<string, string>,
    permissions: Iterable<string> = ORGANIZATION_PERMISSIONS,
  ): Promise<Answer> {
    const caller = { clientId: 'ci-job', permissions: new Set(permissions) }
    const request = { method, path, query: new URLSearchParams(), headers: new Headers(headers), body, caller }
    const response = (await api.handle({ ...request, bytes: new TextEncoder().encode(body).buffer })) as Response
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }

  const send: Harness['send'] = (method, path, body, permissions) => {
    const [text, headers] =
      body === undefined ? ['', {}] : [JSON.stringify(body), { 'content-type': 'application/json' }]
    return call(method, `/api/v1${path}`, text, headers, permissions)
  }

  const ok: Harness['ok'] = async (method, path, body) => {
    const { status, body: answer } = await send(method, path, body)
    expect(status, JSON.stringify(answer)).toBeOneOf([200, 204])
    return answer
  }

  return {
    api,
    clock,
    members,
    send,
    raw: call,
    ok,
    all: async (resource, filter = {}) => {
      const items = []
      for (let page = 0; ; page += 1) {
        const found = await ok('POST', `/${resource}/search`, { filter, page, size: 50 })
        items.push(...found.items)
        if (found.items.length < 50) return items
      }
    },
  }
}

export const BPMN = '<definitions/>'

/** A new project with one folder and one file in it. */
export async function createProject({ ok }: Harness, name = 'Project') {
  const project = await ok('POST', '/projects', { name })
  const folder = await ok('POST', '/folders', { name: 'Folder', projectId: project.id })
  const file = await ok('POST', '/files', { name: 'File', fileType: 'bpmn', content: BPMN, folderId: folder.id })
  return { project, folder, file }
}
