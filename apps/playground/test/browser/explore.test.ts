import { expect } from 'vitest'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('calls an operation of the embedded Camunda', async () => {
  const page = await openPage('#/explore/operate/processDefinitions.search')
  await page.getByRole('button', { name: 'Send' }).click()
  const answer = page.getByRole('region', { name: 'Answer' })
  await answer.getByRole('columnheader', { name: 'bpmnProcessId' }).waitFor()
  expect(await answer.textContent()).toMatch(/^200/)
  await keepScreenshot(page, 'explore')
})
