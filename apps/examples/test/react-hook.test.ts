import { createOAuth } from '@x/auth'
import { createEmulator } from '@x/emulator'
import { createOperateClient } from '@x/operate'
import { Window } from 'happy-dom'
import { act, createElement, type ReactNode } from 'react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createIncidentsHandler } from '../src/edge-handler.ts'
import { useIncidents } from '../src/react-hook.ts'

/** Renders a component that shows the result of the hook, in its own document. */
async function render(url: string, fetch: typeof globalThis.fetch) {
  const window = new Window()
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const { createRoot } = await import('react-dom/client')
  const container = window.document.createElement('div')
  const root = createRoot(container as unknown as Element)
  onTestFinished(async () => {
    await act(async () => root.unmount())
    vi.unstubAllGlobals()
    await window.happyDOM.close()
  })

  let reload = (): void => {}
  const onReload = (latest: () => void): void => {
    reload = latest
  }
  const show = (url: string) => act(async () => root.render(createElement(IncidentList, { url, fetch, onReload })))
  await show(url)
  return { container, show, unmount: () => act(async () => root.unmount()), reload: () => act(async () => reload()) }
}

interface Props {
  readonly url: string
  readonly fetch: typeof globalThis.fetch
  readonly onReload: (reload: () => void) => void
}

function IncidentList({ url, fetch, onReload }: Props): ReactNode {
  const { incidents, total, loading, error, reload } = useIncidents(url, fetch)
  onReload(reload)
  const rows = incidents.map(({ key, type }) => createElement('li', { key }, `${key} ${type}`))
  return [loading ? 'loading' : 'ready', ` ${total} ${error?.message ?? ''}`, ...rows]
}

/** Waits until the page shows it. */
function shown(container: { readonly textContent: string | null }, text: RegExp): Promise<void> {
  return vi.waitFor(
    async () => {
      await act(async () => {})
      expect(container.textContent).toMatch(text)
    },
    { timeout: 30_000 },
  )
}

/** The backend of the page, in front of an embedded Camunda. */
function createBackend() {
  const camunda = createEmulator()
  const auth = createOAuth({ ...camunda.credentials('cluster'), fetch: camunda.fetch })
  const operate = createOperateClient({
    auth,
    baseUrl: camunda.url('operate'),
    fetch: camunda.fetch,
    retry: { limit: 0 },
  })
  const handle = createIncidentsHandler(operate.incidents)
  const fetch = (input: string | URL | Request, init?: RequestInit) => handle(new Request(input, init))
  return { camunda, fetch }
}

it('shows the data of the backend, updates it on reload, and keeps it on failure', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => log.mockRestore())
  const { camunda, fetch } = createBackend()
  const { container, reload } = await render('http://page.example/incidents?limit=4', fetch)
  await shown(container, /^ready \d+/)
  const rows = [...container.querySelectorAll('li')].map(({ textContent }) => textContent)
  expect(rows).toHaveLength(4)
  expect(rows[0]).toMatch(/^\d{16,} [A-Z_]+$/)
  const total = Number(/\d+/.exec(container.textContent ?? '')?.[0])

  const key = rows[0]?.split(' ')[0] ?? ''
  camunda.controls.resolveIncident(camunda.credentials('cluster').clusterId ?? '', key)
  await reload()
  await shown(container, new RegExp(`^ready ${total - 1} `))
  expect(container.textContent).not.toContain(key)

  camunda.controls.failNext({ kind: 'operate', response: { status: 503 } })
  await reload()
  await shown(container, /The backend responded with 502/)
  expect(container.querySelectorAll('li')).toHaveLength(4)
  expect(camunda.journal.count({ kind: 'token' })).toBe(1)
})

it('aborts the request when the address changes or the component unmounts, and ignores late responses', async () => {
  const asked: { readonly url: string; readonly signal: AbortSignal; answer(total: number): void }[] = []
  // A `fetch` that ignores its signal.
  const fetch = (url: string | URL | Request, init?: RequestInit) => {
    return new Promise<Response>((resolve) => {
      const answer = (total: number): void => resolve(Response.json({ total, incidents: [] }))
      asked.push({ url: String(url), signal: init?.signal as AbortSignal, answer })
    })
  }
  const { container, show, unmount } = await render('/a', fetch)
  await show('/b')
  expect(asked.map(({ url, signal }) => [url, signal.aborted])).toEqual([
    ['/a', true],
    ['/b', false],
  ])
  expect(container.textContent).toBe('loading 0 ')
  asked[1]?.answer(2)
  await shown(container, /^ready 2 /)
  asked[0]?.answer(1)
  await shown(container, /^ready 2 /)

  await show('/c')
  await unmount()
  expect(asked[2]?.signal.aborted).toBe(true)
})
