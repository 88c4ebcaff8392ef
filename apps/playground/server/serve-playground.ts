import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { toNodeListener } from '@x/proxy/node'
import { serveFiles } from './static-files.ts'

/** A playground that is being served on this machine. */
export interface ServedPlayground {
  readonly url: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** 0 for a free one. @defaultValue `0` */
  readonly port?: number | undefined
}

/** Serves the built page on loopback. */
export async function servePlayground({ port = 0 }: ServeOptions = {}): Promise<ServedPlayground> {
  const folder = process.env.PLAYGROUND_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))
  if (!existsSync(folder)) throw new Error('The playground is not built: run `pnpm --filter playground build`.')
  const server = createServer(toNodeListener(serveFiles(folder)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
