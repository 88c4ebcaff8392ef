// `pnpm --filter playground pictures`: the pictures of the README and the site, from the built playground with its sample
// data, in light and dark. WebP is written by the browser itself.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { unpackChromium } from '../../../../tools/engines/chromium.ts'
import { installEngines } from '../../../../tools/engines/engines.ts'
import { servePlayground } from '../../server/serve-playground.ts'

const PICTURES = new URL('../../../../docs/pictures/', import.meta.url)
const QUALITY = 0.8

await installEngines()
await mkdir(PICTURES, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
const served = await servePlayground()
try {
  const launch = await unpackChromium(folder)
  if (!launch) throw new Error('There is no Chromium for this machine: it is made for Linux on x64.')
  const browser = await chromium.launch(launch)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openProcess(browser, colorScheme)
    const webp = await toWebp(page, await page.screenshot())
    await writeFile(new URL(`playground-${colorScheme}.webp`, PICTURES), webp)
    console.log(`docs/pictures/playground-${colorScheme}.webp: ${Math.round(webp.length / 1000)} kB`)
  }
  await browser.close()
} finally {
  await served.close()
  await rm(folder, { recursive: true, force: true })
}

/** Opens a process with instances and incidents, once its diagram shows them. */
async function openProcess(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 }, deviceScaleFactor: 1.5, colorScheme })
  await page.goto(`${served.url}#/processes`)
  await page.getByRole('link', { name: 'Order fulfilment', exact: true }).click()
  await page.locator('.djs-overlay').first().waitFor()
  // Of an instance, whose table comes last.
  await page.locator('tbody td time').first().waitFor()
  await page.mouse.move(0, 0)
  return page
}

async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const url = await page.evaluate(
    async ([base64, quality]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', quality)
    },
    [png.toString('base64'), QUALITY] as const,
  )
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
