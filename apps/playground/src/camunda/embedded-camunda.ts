import type { JournalEntry } from '@x/emulator'
import type { CommandName, Commands, Message, Question, WireResponse } from './messages.ts'

/** The embedded Camunda, as seen by a page. */
export interface EmbeddedCamunda {
  /** Accepts what the global `fetch` accepts. Nothing is sent over a network. */
  readonly fetch: typeof fetch
  /** True if other tabs of this browser share it. */
  readonly isShared: boolean
  ask<Name extends CommandName>(name: Name, ...args: Parameters<Commands[Name]>): Promise<ReturnType<Commands[Name]>>
  /** Calls `listener` with each request that it responds to, from any tab. */
  subscribe(listener: (entry: JournalEntry) => void): () => void
}

/** Connects to the embedded Camunda of this browser, and starts it in the first tab. */
export async function connectEmbeddedCamunda(): Promise<EmbeddedCamunda> {
  try {
    return await connectShared()
  } catch {
    // Chrome on Android has no shared workers, and some settings forbid them: then each tab has its own Camunda.
    const { createHost } = await import('./host.ts')
    const { port1, port2 } = new MessageChannel()
    createHost()(port1)
    return overPort(port2, false)
  }
}

async function connectShared(): Promise<EmbeddedCamunda> {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'camunda' })
  const failed = new Promise<never>((_, reject) => worker.addEventListener('error', reject))
  const camunda = overPort(worker.port, true)
  await Promise.race([camunda.ask('instance'), failed])
  return camunda
}

function overPort(port: MessagePort, isShared: boolean): EmbeddedCamunda {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Set<(entry: JournalEntry) => void>()
  let lastId = 0

  port.onmessage = ({ data: message }: MessageEvent<Message>) => {
    if (message.type === 'entry') {
      for (const listener of listeners) listener(message.entry)
      return
    }
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'failure') waiter?.reject(new TypeError(message.message))
    else waiter?.resolve(message.type === 'response' ? readResponse(message.response) : message.result)
  }

  function send(question: Question): Promise<unknown> {
    const waiter = Promise.withResolvers<unknown>()
    waiting.set(question.id, waiter)
    port.postMessage(question)
    return waiter.promise
  }

  return {
    isShared,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      const id = ++lastId
      // Firefox does not reveal whether a request has a body.
      const sent = await request.arrayBuffer()
      const body = sent.byteLength > 0 ? sent : undefined
      const { method, url, headers, signal } = request
      signal.addEventListener('abort', () => {
        waiting.get(id)?.reject(signal.reason)
        port.postMessage({ id, type: 'abort' } satisfies Question)
      })
      return (await send({ id, type: 'fetch', request: { method, url, headers: [...headers], body } })) as Response
    },
    ask: async (name, ...args) =>
      (await send({ id: ++lastId, type: 'command', name, args })) as ReturnType<Commands[typeof name]>,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function readResponse({ status, statusText, headers, body }: WireResponse): Response {
  return new Response(body, { status, statusText, headers: [...headers] as [string, string][] })
}
