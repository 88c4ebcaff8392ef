import { existsSync } from 'node:fs'
import { firefox as playwright } from 'playwright-core'
import { runPage } from './page.ts'
import type { Runtime } from './runtime.ts'

const executablePath = '/usr/bin/firefox-esr'

export const firefox: Runtime = {
  name: 'Firefox ESR',
  from: 'Debian package firefox-esr',
  run: async (project, camunda) => {
    if (!existsSync(executablePath)) return undefined
    // This channel controls the browser as Debian packages it, over WebDriver BiDi.
    return runPage(project, camunda, await playwright.launch({ channel: 'moz-firefox', executablePath }))
  },
}
