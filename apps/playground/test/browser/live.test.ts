import { expect } from 'vitest'
import { linearBpmn } from '../support/linear-bpmn.ts'
import { findFaults } from './support/axe.ts'
import { browserTest, keepScreenshot, openOwnPage, useChromium } from './support/chromium.ts'

useChromium()

const formOf = (id: string): string => `<zeebe:formDefinition formId="${id}" />`

const gift = (signForm = '', startForm = ''): string =>
  linearBpmn(
    'gift',
    'Gift',
    [
      {
        id: 'pack',
        name: 'Pack gift',
        tag: 'serviceTask',
        content: '<zeebe:taskDefinition type="pack-gift" retries="1" />',
      },
      { id: 'sign', name: 'Sign card', tag: 'userTask', content: `<zeebe:userTask />${signForm}` },
      {
        id: 'wait',
        name: 'One hour',
        tag: 'intermediateCatchEvent',
        content:
          '<bpmn:timerEventDefinition><bpmn:timeDuration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>',
      },
    ],
    startForm,
  )

const form = (id: string, components: readonly object[]): string =>
  JSON.stringify({ type: 'default', id, schemaVersion: 16, executionPlatform: 'Camunda Cloud', components })

const files = {
  'gift.bpmn': gift(formOf('sign-card'), formOf('start-gift')),
  'start-gift.form': form('start-gift', [
    { type: 'textfield', id: 'to', key: 'to', label: 'To', validate: { required: true } },
  ]),
  'sign-card.form': form('sign-card', [
    { type: 'text', id: 'head', text: '# Card for {{to}}' },
    { type: 'textfield', id: 'name', key: 'to', label: 'For', readonly: true },
    {
      type: 'group',
      id: 'group',
      label: 'Signature',
      components: [
        { type: 'number', id: 'copies', key: 'card.copies', label: 'Copies', validate: { required: true, min: 1 } },
        { type: 'checkbox', id: 'signed', key: 'card.signed', label: 'Signed' },
        {
          type: 'textfield',
          id: 'signer',
          key: 'card.signer',
          label: '="Signs for " + to',
          validate: { required: true },
          conditional: { hide: '=card.signed' },
        },
        {
          type: 'radio',
          id: 'color',
          key: 'card.color',
          label: 'Color',
          values: ['Red', 'Blue'].map((label) => ({ label, value: label.toLowerCase() })),
        },
      ],
    },
    { type: 'text', id: 'broken', text: '=1 +' },
    { type: 'iframe', id: 'advert', url: 'https://example.com' },
  ]),
}

browserTest(
  'deploys a dropped file, starts it, works on its job and task, and moves the clock to its end',
  async () => {
    const page = await openOwnPage('#/processes')
    await page.getByRole('heading', { name: 'Processes', level: 1 }).waitFor()
    const dropped = await page.evaluateHandle((contents) => {
      const transfer = new DataTransfer()
      for (const [name, content] of Object.entries(contents)) transfer.items.add(new File([content], name))
      return transfer
    }, files)
    await page.getByRole('button', { name: 'Worker' }).waitFor()
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
    await page.getByText('Drop BPMN, DMN or form files').waitFor()
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Deploy 3 files on Sample data?').waitFor()
    await dialog.getByRole('button', { name: 'Deploy' }).click()
    await page.getByRole('link', { name: 'Deployed gift, version 1' }).click()
    await page.locator('.djs-shape').first().waitFor()

    await page.getByRole('button', { name: 'Start instance' }).click()
    const start = dialog.getByRole('button', { name: 'Start instance' })
    await dialog.getByText('Required').waitFor()
    await expect.poll(() => start.isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: 'To' }).fill('Ada')
    expect(await findFaults(page)).toEqual([])
    await start.click()
    await page.getByRole('row', { name: 'to' }).getByText('"Ada"').waitFor()
    await page.getByRole('button', { name: '1 running at Pack gift' }).waitFor()

    await page.getByRole('button', { name: 'Worker' }).click()
    await page.getByLabel('Complete jobs with these variables').fill('{ "packed": true }')
    await page.getByLabel('Seconds for each job').fill('0')
    await page.setViewportSize({ width: 400, height: 800 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await findFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Work on pack-gift' }).click()
    await page.getByText('1 completed').waitFor()
    await page.getByRole('row', { name: 'packed' }).getByText('true').waitFor()
    await page.getByRole('button', { name: '1 running at Sign card' }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await keepScreenshot(page, 'live')
    const instance = page.url()

    await page.getByRole('navigation', { name: 'Processes' }).getByRole('link', { name: 'Tasks' }).click()
    await page.getByRole('link', { name: 'Sign card' }).first().click()
    const task = page.getByRole('region', { name: 'Task Sign card' })
    await task.getByText('"Ada"').waitFor()
    await task.getByRole('button', { name: 'Assign' }).click()
    await dialog.getByRole('button', { name: 'Assign' }).click()
    await task.getByRole('button', { name: 'Assigned to demo' }).waitFor()
    await task.getByRole('heading', { name: 'Card for Ada' }).waitFor()
    await task.getByText('The expression =1 + could not be evaluated: Incomplete').waitFor()
    await expect.poll(() => task.getByRole('textbox', { name: 'For', exact: true }).inputValue()).toBe('Ada')
    await task.getByText('Not shown here: iframe').waitFor()
    await task.getByLabel('Copies').fill('0')
    await task.getByText('Must be at least 1').waitFor()
    await task.getByLabel('Copies').fill('2')
    await task.getByLabel('Signs for Ada').waitFor()
    await task.getByLabel('Signed').check()
    await task.getByLabel('Signs for Ada').waitFor({ state: 'detached' })
    await task.getByLabel('Blue').check()
    expect(await findFaults(page)).toEqual([])
    await keepScreenshot(page, 'tasks')
    await task.getByRole('button', { name: 'Complete' }).click()
    await dialog.getByText('{"variables":{"to":"Ada","card":{"copies":2,"signed":true,"color":"blue"}}}').waitFor()
    await dialog.getByRole('button', { name: 'Complete' }).click()
    await task.getByText('Completed', { exact: true }).waitFor()

    await page.goto(instance)
    await page.getByRole('button', { name: '1 running at One hour' }).waitFor()
    await page.getByRole('button', { name: '+1 hour' }).click()
    await page.getByRole('definition').getByText('Completed').waitFor()
  },
)

browserTest('moves a token along the flow that it took', async () => {
  const page = await openOwnPage('#/processes')
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    new MutationObserver(() => {
      if (document.querySelector('.moving-token')) seen.push('token')
    }).observe(document.body, { childList: true, subtree: true })
  })
  await page.getByRole('link').filter({ hasText: /./ }).first().waitFor()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'gift.bpmn',
      mimeType: 'application/xml',
      buffer: Buffer.from(gift()),
    })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Deploy' }).click()
  await page.getByRole('link', { name: 'Deployed gift' }).click()
  await page.getByRole('button', { name: 'Start instance' }).click()
  await dialog.getByRole('button', { name: 'Start instance' }).click()
  await page.getByRole('button', { name: '1 running at Pack gift' }).waitFor()
  await page.getByRole('checkbox', { name: 'Live' }).check()
  await page.getByRole('button', { name: 'Worker' }).click()
  await page.getByRole('button', { name: 'Work on pack-gift' }).click()
  await page.getByRole('button', { name: '1 running at Sign card' }).waitFor()
  await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length > 0)
})
