import type { Locator, Page } from 'playwright-core'
import type { CallInput } from '../../../src/calls/call.ts'
import { openPage } from './chromium.ts'

/** Opens an operation with its input, in a new page or in one that is open. */
export async function openOperation(api: string, id: string, given: Partial<CallInput>, page?: Page): Promise<Page> {
  const parameters = Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)])
  const hash = `#/explore/${api}/${id}?${new URLSearchParams(parameters)}`
  if (!page) return openPage(hash)
  await page.goto(page.url().replace(/#.*/, hash))
  await page.getByRole('heading', { name: id }).waitFor()
  return page
}

/** Sends it, and gives the answer. */
export async function send(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const answer = page.getByRole('region', { name: 'Response' })
  await answer.waitFor()
  return answer
}
