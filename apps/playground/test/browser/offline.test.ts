import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished } from 'vitest'
import { servePlayground } from '../../server/serve-playground.ts'
import { browserTest, openOwnPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('opens again without a network, embedded Camunda included', async () => {
  const page = await openOwnPage('#/explore/operate/processDefinitions.search', { serviceWorkers: 'allow' })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Send' }).click()
  const answer = page.getByRole('region', { name: 'Response' })
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
  onTestFinished(() => rm(host, { recursive: true }))
  const served = await servePlayground({ folder: host })
  onTestFinished(served.close)
  const page = await openOwnPage('some/path/#/explore/console/clusters.list', { serviceWorkers: 'allow' }, served.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('region', { name: 'Response' }).getByText('200').first().waitFor()
})

browserTest('fetches less than 150 kB, compressed, until the first view shows', async () => {
  const files = new Map<string, Promise<ArrayBuffer>>()
  const served = await servePlayground({ onFile: (path, response) => files.set(path, response.arrayBuffer()) })
  onTestFinished(served.close)
  const page = await openOwnPage('', {}, served.url)
  await page.getByRole('navigation', { name: 'Operations' }).waitFor()
  const sizes = (await Promise.all(files.values())).map((body) => gzipSync(body).byteLength)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`first load: ${(total / 1000).toFixed(1)} kB compressed, ${sizes.length} files`)
  expect(total).toBeLessThan(150_000)
  // The embedded Camunda with its engine comes with the first call, the diagrams with the first of them.
  expect([...files.keys()].filter((file) => /worker-|host-|bpmn/.test(file))).toEqual([])
  await page.getByRole('link', { name: 'What went wrong?' }).click()
  await page.getByRole('region', { name: 'Response' }).getByText('200').first().waitFor()
  expect([...files.keys()].join()).toContain('/worker-')
})

browserTest('does not move what is already shown', async () => {
  const page = await openOwnPage()
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
