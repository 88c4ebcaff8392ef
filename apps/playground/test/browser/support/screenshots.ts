import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** Pictures that a person can look at; CI keeps them. */
export const SCREENSHOTS: string = fileURLToPath(new URL('../../../screenshots/', import.meta.url))

/** Keeps a picture of the page as `screenshots/<name>.png`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}
