import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { enter } from './support/kitchen.ts'
import { bpmn, job, script } from './support/models.ts'

async function enterFolder(files: Readonly<Record<string, string>>) {
  const kitchen = enter()
  return { ...kitchen, folder: await kitchen.folder(files) }
}

it('deploys from CI', async () => {
  const { cook, printed } = await enterFolder({
    'processes/order.bpmn': bpmn('order', [job('charge-card')]),
    'processes/more/price.bpmn': bpmn('price', [script('1', 'total')]),
  })
  await cook('deployment/deploy-from-ci')
  expect([...printed].sort()).toEqual(['order v1', 'price v1'])
})

it('downloads the BPMN of every process', async () => {
  const { cook, folder, deploy } = await enterFolder({})
  await deploy('order', job('charge-card'))
  await deploy('order', job('charge-card'), job('send-mail'))
  await cook('deployment/download-every-bpmn')
  expect(await readdir(folder)).toEqual(['order.bpmn'])
  expect(await readFile(join(folder, 'order.bpmn'), 'utf8')).toContain('send-mail')
})

it('uploads a document, and downloads it', async () => {
  const { cook, printed, deploy } = await enterFolder({ 'invoice.pdf': '%PDF-1.7' })
  await deploy('order', job('charge-card'))
  await cook('deployment/upload-a-document')
  expect(printed).toEqual(['application/pdf 8'])
})
