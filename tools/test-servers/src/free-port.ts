import { createServer } from 'node:net'
import { listen } from './listen.ts'

/** Returns a port that nothing listens on: for a program with a port option, or for a refused connection. */
export async function freePort(): Promise<number> {
  const { port, close } = await listen(createServer())
  await close()
  return port
}
