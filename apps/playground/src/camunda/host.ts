import { createEmulator, type Emulator } from '@x/emulator/lazy'
import { messageOf } from '../message-of.ts'
import type { Commands, Message, Question, WireRequest } from './messages.ts'
import { SAMPLE_ORIGIN } from './sample-origin.ts'

/** Short, so that you can watch tokens expire and be renewed. */
const TOKEN_LIFETIME_SECONDS = 60

/** One embedded Camunda for all connected pages: in a shared worker, all tabs of this browser. */
export function createHost(): (port: MessagePort) => void {
  const emulator = createEmulator({ origin: SAMPLE_ORIGIN, tokenLifetimeSeconds: TOKEN_LIFETIME_SECONDS })
  const commands = createCommands(emulator)

  async function answer(question: Exclude<Question, { type: 'abort' }>, signal: AbortSignal): Promise<Message> {
    const { id } = question
    try {
      if (question.type === 'command') {
        const command = commands[question.name] as (...args: readonly unknown[]) => unknown
        return { id, type: 'result', result: command(...question.args) }
      }
      const response = await emulator.fetch(readRequest(question.request, signal))
      const { status, statusText } = response
      const body = response.body ? await response.arrayBuffer() : undefined
      return { id, type: 'response', response: { status, statusText, headers: [...response.headers], body } }
    } catch (error) {
      return { id, type: 'failure', message: messageOf(error) }
    }
  }

  return (port) => {
    const asking = new Map<number, AbortController>()
    const unsubscribe = emulator.journal.subscribe((entry) => {
      port.postMessage({ type: 'entry', entry } satisfies Message)
    })
    // In browsers that report closed tabs.
    port.addEventListener('close', unsubscribe)
    port.onmessage = async ({ data: question }: MessageEvent<Question>) => {
      if (question.type === 'abort') {
        asking.get(question.id)?.abort()
        return
      }
      const controller = new AbortController()
      asking.set(question.id, controller)
      const message = await answer(question, controller.signal)
      asking.delete(question.id)
      port.postMessage(message)
    }
  }
}

function createCommands(emulator: Emulator): Commands {
  const instance = crypto.randomUUID()
  return {
    instance: () => instance,
    url: (product) => emulator.url(product),
    credentialsFile: (kind) => emulator.credentialsFile(kind),
    journal: () => emulator.journal.entries,
    expireTokens: () => emulator.controls.expireTokens(),
    rotateSecret: (clientId) => void emulator.controls.rotateSecret(clientId),
    rateLimit: (milliseconds) => emulator.controls.rateLimit(milliseconds),
    failNext: (failure) => emulator.controls.failNext(failure),
    advanceClock: (milliseconds) => emulator.clock.advance(milliseconds),
    now: () => emulator.clock.now(),
    reset: () => emulator.reset(),
  }
}

function readRequest({ method, url, headers, body }: WireRequest, signal: AbortSignal): Request {
  return new Request(url, { method, headers: [...headers] as [string, string][], signal, ...(body && { body }) })
}
