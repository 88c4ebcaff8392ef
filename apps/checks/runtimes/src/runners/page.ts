import type { Browser } from 'playwright-core'
import { bundle } from '../host/bundle.ts'
import type { Camunda } from '../host/camunda.ts'
import type { Project } from '../host/project.ts'
import type { Setup } from '../suite/place.ts'
import type { Outcome } from '../suite/suite.ts'
import type { Run } from './runtime.ts'

interface SuitePage {
  runAll(setup: Setup): Promise<Outcome[]>
}

/** Runs the suite in a page of the browser, and closes the page. */
export async function runPage(project: Project, camunda: Camunda, browser: Browser): Promise<Run> {
  try {
    camunda.script = await bundle(project, 'inside/page.ts', { format: 'iife' })
    const page = await browser.newPage()
    let printed = ''
    page.on('console', (message) => {
      printed += `${message.text()}\n`
    })
    page.on('pageerror', (error) => {
      printed += `${error.stack}\n`
    })
    await page.goto(camunda.page.url)
    const outcomes = await page.evaluate(
      (setup) => (globalThis as unknown as SuitePage).runAll(setup),
      camunda.page.setup,
    )
    return { version: browser.version(), outcomes, printed }
  } finally {
    await browser.close()
  }
}
