import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@x/emulator/node'

export interface EmbeddedCamunda {
  readonly origin: string
  /** Credentials files as downloaded from Console: of a cluster client and an organization client. */
  readonly files: readonly string[]
  /** Returns the number of token requests that the server has received. */
  tokenRequests(): number
  close(): Promise<void>
}

/** Starts an embedded Camunda on a free loopback port and writes the credentials files of two clients. */
export async function startEmbeddedCamunda(): Promise<EmbeddedCamunda> {
  const server = await serve()
  const folder = await mkdtemp(join(tmpdir(), 'camunda-tour-'))
  const files = await Promise.all(
    (['cluster', 'organization'] as const).map(async (kind) => {
      const file = join(folder, `CamundaCloudMgmtAPI-Client-${kind}.txt`)
      await writeFile(file, server.emulator.credentialsFile(kind), { mode: 0o600 })
      return file
    }),
  )
  return {
    origin: server.url,
    files,
    tokenRequests: () => server.emulator.journal.count({ kind: 'token' }),
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
