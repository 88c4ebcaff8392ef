import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { servePlayground } from '../../server/serve-playground.ts'
import { browserTest, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('opens again without a network, embedded Camunda included', async () => {
  const page = await openPage('#/explore/operate/processDefinitions.search')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Send' }).click()
  const answer = page.getByRole('region', { name: 'Answer' })
  await answer.getByText('200').first().waitFor()
  await page.getByRole('link', { name: 'Tokens' }).click()
  await page.getByRole('heading', { name: 'Tokens', exact: true }).waitFor()
})

browserTest('works below any path of a static host, without a network too', async () => {
  const host = await mkdtemp(join(tmpdir(), 'static-host-'))
  await cp(
    process.env.PLAYGROUND_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)),
    join(host, 'some/path'),
    {
      recursive: true,
    },
  )
  const served = await servePlayground({ folder: host })
  try {
    const page = await openPage('some/path/#/explore/console/clusters.list', {}, served.url)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('region', { name: 'Answer' }).getByText('200').first().waitFor()
  } finally {
    await served.close()
    await rm(host, { recursive: true })
  }
})

browserTest('fetches less than 150 kB, compressed, until the first view shows', async () => {
  const files = new Map<string, Promise<ArrayBuffer>>()
  const served = await servePlayground({ onFile: (path, response) => files.set(path, response.arrayBuffer()) })
  try {
    // What is kept for later is not what a person waits for.
    const page = await openPage('', { serviceWorkers: 'block' }, served.url)
    await page.getByRole('navigation', { name: 'Operations' }).waitFor()
    const sizes = (await Promise.all(files.values())).map((body) => gzipSync(body).byteLength)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    console.log(`first load: ${(total / 1000).toFixed(1)} kB compressed, ${sizes.length} files`)
    expect([...files.keys()].join()).toContain('/worker-')
    expect(total).toBeLessThan(150_000)
  } finally {
    await served.close()
  }
})

browserTest('does not move what is already shown', async () => {
  const page = await openPage()
  await page.getByRole('navigation', { name: 'Operations' }).waitFor()
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
          resolve(entries.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0))
        }).observe({ type: 'layout-shift', buffered: true })
        // Where nothing moved, nothing is told.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      }),
  )
  expect(shift).toBeLessThan(0.1)
})
