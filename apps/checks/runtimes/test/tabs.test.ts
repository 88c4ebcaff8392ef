import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installEngines } from '../../../../tools/engines/engines.ts'
import { bundle } from '../src/host/bundle.ts'
import { type Camunda, startCamunda } from '../src/host/camunda.ts'
import { createProject, type Project } from '../src/host/project.ts'
import { launchChromium } from '../src/runners/chromium.ts'

const TABS = 20

interface Tab {
  callAtOnce(file: string, storage: string): Promise<string[]>
  callAgain(file: string, audience: string): Promise<[token: string, failures: string[]]>
  closeConnections(): number
  deleteDatabase(): Promise<void>
}

let project: Project
let camunda: Camunda
let browser: Browser | undefined
beforeAll(async () => {
  await installEngines()
  project = await createProject()
  camunda = await startCamunda(project)
  browser = await launchChromium(project)
})
afterAll(async () => {
  await browser?.close()
  await camunda?.close()
  await project?.remove()
})

async function tokenRequests(): Promise<number> {
  const response = await fetch(camunda.setup.controlUrl, { method: 'POST', body: JSON.stringify({ do: 'count' }) })
  return ((await response.json()) as { token: number }).token
}

test.each(['IndexedDB', 'localStorage'])('20 tabs with 50 calls each share one token by %s', async (storage) => {
  if (!browser) return console.warn('skipped: there is no Chromium on this machine')
  camunda.script = await bundle(project, 'inside/tab.ts', { format: 'iife' })
  const context = await browser.newContext()
  const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()))
  await Promise.all(tabs.map((tab) => tab.goto(camunda.page.url)))
  const before = await tokenRequests()
  const input = [camunda.page.setup.clusterFile, storage] as const
  const tokens = await Promise.all(
    tabs.map((tab) => tab.evaluate(([file, name]) => (globalThis as unknown as Tab).callAtOnce(file, name), input)),
  )
  expect(tokens.flat()).toHaveLength(TABS * 50)
  expect(new Set(tokens.flat()).size).toBe(1)
  expect((await tokenRequests()) - before).toBe(1)
  await context.close()
})

test('tabs still share when their connections to IndexedDB are closed, and when the database is deleted', async () => {
  if (!browser) return console.warn('skipped: there is no Chromium on this machine')
  camunda.script = await bundle(project, 'inside/tab.ts', { format: 'iife' })
  const context = await browser.newContext()
  const tabs = await Promise.all([context.newPage(), context.newPage()])
  await Promise.all(tabs.map((tab) => tab.goto(camunda.page.url)))
  const before = await tokenRequests()
  const call = async (audience: string): Promise<void> => {
    const input = [camunda.page.setup.clusterFile, audience] as const
    const results = await Promise.all(
      tabs.map((tab) => tab.evaluate(([file, name]) => (globalThis as unknown as Tab).callAgain(file, name), input)),
    )
    expect(results).toEqual(tabs.map(() => [results[0]?.[0], []]))
  }
  await call('operate.camunda.io')
  for (const tab of tabs) {
    expect(await tab.evaluate(() => (globalThis as unknown as Tab).closeConnections())).toBeGreaterThan(0)
  }
  await call('zeebe.camunda.io')
  await tabs[0]?.evaluate(() => (globalThis as unknown as Tab).deleteDatabase())
  await call('tasklist.camunda.io')
  expect((await tokenRequests()) - before).toBe(3)
  await context.close()
})
