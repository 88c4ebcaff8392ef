import { type Browser, chromium as playwright } from 'playwright-core'
import { unpackChromium } from '../../../../../tools/engines/chromium.ts'
import type { Project } from '../host/project.ts'
import { runPage } from './page.ts'
import type { Runtime } from './runtime.ts'

export const chromium: Runtime = {
  name: 'Chromium',
  from: 'npm package @sparticuz/chromium',
  run: async (project, camunda) => {
    const browser = await launchChromium(project)
    return browser && runPage(project, camunda, browser)
  },
}

/** Undefined if it is missing. */
export async function launchChromium(project: Project): Promise<Browser | undefined> {
  const launch = await unpackChromium(project.folder)
  return launch && playwright.launch(launch)
}
