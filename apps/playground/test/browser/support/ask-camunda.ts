import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { CommandName, Commands } from '../../../src/camunda/messages.ts'

const ASSETS = join(process.env.PLAYGROUND_DIST ?? fileURLToPath(new URL('../../../dist', import.meta.url)), 'assets')

/** Makes trouble at the embedded Camunda of a page's browser, as another page could: it is shared. */
export async function askCamunda<Name extends CommandName>(
  page: Page,
  name: Name,
  ...args: Parameters<Commands[Name]>
): Promise<void> {
  const worker = (await readdir(ASSETS)).find((file) => /^worker-.*\.js$/.test(file))
  await page.evaluate(
    ([file, question]) =>
      new Promise<void>((resolve) => {
        const { port } = new SharedWorker(new URL(`assets/${file}`, document.baseURI), {
          type: 'module',
          name: 'camunda',
        })
        port.onmessage = ({ data }) => data.id === question.id && resolve()
        port.postMessage(question)
      }),
    [worker, { id: 0, type: 'command', name, args }] as const,
  )
}
