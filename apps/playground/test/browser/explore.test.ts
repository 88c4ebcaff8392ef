import { expect } from 'vitest'
import { askCamunda } from './support/ask-camunda.ts'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openPage, useChromium } from './support/chromium.ts'

useChromium()

browserTest('answers a question with one press, and shows what was asked', async () => {
  const page = await openPage()
  await page.getByRole('link', { name: 'Which processes are running?' }).click()
  const answer = page.getByRole('region', { name: 'Response' })
  await answer.getByText('200 OK').first().waitFor()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('processInstances.search')
  await page.getByText('{"state":"ACTIVE"}', { exact: true }).waitFor()
  await page.waitForURL(/input=.*ACTIVE/)
  await expect.poll(() => page.title()).toBe('processInstances.search – Camunda 8 playground')
  await page.goBack()
  await page.getByRole('link', { name: 'What went wrong?' }).waitFor()
  await expect.poll(() => page.title()).toBe('Explore – Camunda 8 playground')
})

browserTest('finds an operation by the keyboard alone, fills it in and sends it', async () => {
  const page = await openPage()
  const { keyboard } = page
  await page.getByRole('link', { name: 'Which processes are running?' }).waitFor()
  await keyboard.press('Control+K')
  await keyboard.type('operate pinst stat')
  await page.getByRole('option', { name: 'getStatistics' }).waitFor()
  await keepScreenshot(page, 'explore-palette')
  expect(await findFaults(page)).toEqual([])
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('processInstances.getStatistics'))
  await keyboard.press('Tab')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Use an example')
  await keyboard.press('Enter')
  await page.waitForURL(/params=/)
  await keyboard.press('Control+Enter')
  await page.getByRole('region', { name: 'Response' }).getByText('200 OK').first().waitFor()

  await keyboard.press('Control+K')
  await page.getByRole('dialog').waitFor()
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

browserTest('filters the list and goes through it by arrow keys', async () => {
  const page = await openPage('#/explore')
  await page.getByRole('searchbox', { name: 'Filter operations' }).fill('csv')
  const list = page.getByRole('navigation', { name: 'Operations' })
  await list.getByRole('link', { name: 'GET activity.getCsv' }).waitFor()
  await expect.poll(() => list.getByRole('link').count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'activity.getCsv' }).waitFor()
  await expect.poll(() => list.getByRole('link', { name: 'activity.getCsv' }).getAttribute('aria-current')).toBe('page')
})

browserTest('cancels what does not come, and has a history that brings things back', async () => {
  const page = await openPage('#/explore/operate/incidents.search?input={"size":3}')
  const answer = page.getByRole('region', { name: 'Response' })
  await page.getByRole('button', { name: 'Send' }).click()
  await answer.getByText('200 OK').first().waitFor()

  for (const cancel of [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await askCamunda(page, 'failNext', { kind: 'operate', response: 'hang' })
    await page.getByRole('textbox', { name: 'size' }).fill('4')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Waiting for the response').waitFor()
    await cancel()
    await answer.getByText('Canceled').first().waitFor()
  }

  await page.goto(page.url().replace(/#.*/, '#/explore/console/clusters.list'))
  await page.getByRole('button', { name: 'History (3)' }).click()
  const history = page.getByRole('region', { name: 'History' })
  await expect
    .poll(() => history.getByRole('link').allTextContents())
    .toEqual([
      expect.stringMatching(/^incidents\.searchcanceledOperate · .+ m?s\{"size":[34]\}$/),
      expect.stringMatching(/^incidents\.searchcanceledOperate · .+ m?s\{"size":[34]\}$/),
      expect.stringMatching(/^incidents\.search200Operate · .+ m?s\{"size":[34]\}$/),
    ])
  expect(await findFaults(page)).toEqual([])
  await history.getByRole('link').last().click()
  await answer.getByText('200 OK').first().waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: 'size' }).inputValue()).toBe('3')
  await page.getByRole('button', { name: 'Clear the history' }).click()
  await page.getByText('No calls yet').waitFor()
})

browserTest('an address that leads nowhere says so', async () => {
  const page = await openPage('#/explore/operate/incident.search')
  await page.getByRole('alert').getByRole('link', { name: 'incidents.search' }).click()
  await page.getByRole('heading', { name: 'incidents.search' }).waitFor()
  for (const [hash, text] of [
    ['#/explore/nothing/x', 'There is no API “nothing”'],
    ['#/explore/operate/%E0%A4%A', 'There is no operation'],
    ['#/explore/operate/incidents.search?input={"size":', 'Line 1, column 9: expected a value.'],
    ['#/explore/operate/incidents.get?params=7', '“params” is not an object'],
  ] as const) {
    await page.goto(page.url().replace(/#.*/, hash))
    await page.getByRole('alert').getByText(text).waitFor()
  }
})

browserTest('shows where the open operation is among the others', async () => {
  const page = await openPage('#/explore/modeler/versions.create')
  const chosen = page.getByRole('navigation', { name: 'Operations' }).locator('[aria-current]')
  const place = (): Promise<number | undefined> => chosen.boundingBox().then((box) => box?.y)
  await expect.poll(place).toBeGreaterThan(200)
  await expect.poll(place).toBeLessThan(760)
})

browserTest('drops the response once the input is wrong', async () => {
  const page = await openPage('#/explore/operate/processInstances.get?params={"key":"999"}')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const answer = page.getByRole('region', { name: 'Response' })
  await answer.getByText('404 Not Found').first().waitFor()
  await page.getByRole('combobox', { name: 'key' }).fill('abc')
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('A key has digits only').waitFor()
  await answer.waitFor({ state: 'detached' })
})
