import { type ChildProcess, fork } from 'node:child_process'

/** A child process that executes orders, and responds once to each. */
export interface Child<Order> {
  ask<Answer>(order: Order): Promise<Answer>
  kill(): void
}

interface Reply {
  readonly id: number
  readonly answer?: unknown
  readonly error?: string | undefined
}

/** Starts a module as a child process, and resolves once it is ready for orders. */
export async function startChild<Order>(
  module: URL,
  args: readonly string[] = [],
  execArgv: readonly string[] = [],
): Promise<Child<Order>> {
  // The output of a client under test is not part of the bench. Its last lines are shown if it crashes.
  const child: ChildProcess = fork(module, args, {
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  let words = ''
  let last = 0
  let dead: string | undefined
  child.stderr?.on('data', (chunk) => {
    words = `${words}${chunk}`.slice(-2000)
  })
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  child.on('exit', (code) => {
    dead = `the process ended with code ${code}: ${words.trim().split('\n').slice(-4).join(' ')}`
    for (const [id, settle] of waiting) settle({ id, error: dead })
    waiting.clear()
  })

  function wait<Answer>(id: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (dead) return reject(new Error(dead))
      waiting.set(id, ({ answer, error }) =>
        error === undefined ? resolve(answer as Answer) : reject(new Error(error)),
      )
    })
  }
  const ready = wait<void>(0)
  await ready
  return {
    ask(order) {
      const id = ++last
      const answer = wait<never>(id)
      if (!dead) child.send({ id, order })
      return answer
    },
    kill: () => child.kill('SIGKILL'),
  }
}

/** The child's side: executes orders until the parent exits. */
export function serveOrders<Order>(answer: (order: Order) => unknown): void {
  const send = (reply: Reply): void => void process.send?.(reply)
  process.on('message', async ({ id, order }: { id: number; order: Order }) => {
    try {
      send({ id, answer: await answer(order) })
    } catch (error) {
      send({ id, error: String((error as Error)?.message ?? error) })
    }
  })
  process.on('disconnect', () => process.exit())
  send({ id: 0 })
}
