import { launchWebKit } from '../../../../../tools/engines/webkit.ts'
import { bundle } from '../host/bundle.ts'
import type { Outcome } from '../suite/suite.ts'
import type { Runtime } from './runtime.ts'

export const webkit: Runtime = {
  name: 'WebKitGTK',
  from: 'Debian packages webkit2gtk-driver and xvfb',
  run: async (project, camunda) => {
    const browser = await launchWebKit()
    if (!browser) return undefined
    try {
      camunda.script = await bundle(project, 'inside/page.ts', { format: 'iife' })
      await browser.open(camunda.page.url)
      const script = 'const [setup, done] = arguments; runAll(setup).then(done)'
      const outcomes = await browser.run<Outcome[]>(script, [camunda.page.setup])
      // WebDriver cannot capture the console.
      return { version: browser.version, outcomes, printed: undefined }
    } finally {
      await browser.close()
    }
  },
}
