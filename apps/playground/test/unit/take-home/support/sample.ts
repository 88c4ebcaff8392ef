import { expect } from 'vitest'
import { call } from '../../../../src/calls/call.ts'
import { isReading } from '../../../../src/calls/is-reading.ts'
import { loadAll } from '../../../../src/explore/answer/paging/load-all.ts'
import { wireRequest } from '../../../../src/take-home/wire-request.ts'
import { type ExampleRequest, exampleRequests } from './example-requests.ts'
import type { ServedCamunda } from './start-camunda.ts'

/** Of every API: lists and single things, text, nothing at all, several path parameters, bodies with and without secrets. */
const sample = [
  'operate processDefinitions.search',
  'operate processDefinitions.getXml',
  'operate processInstances.getStatistics',
  'operate variables.search',
  'operate decisionInstances.get',
  'operate processInstances.delete',
  'console clusters.list',
  'console activity.getCsv',
  'console meta.getIpRanges',
  'console clients.create',
  'console secrets.create',
  'console members.setRoles',
  'modeler info.get',
  'modeler files.search',
  'modeler projects.create',
  'modeler files.update',
  'modeler collaborators.delete',
]

/** The sample as code of one runtime. */
export interface SampleCode {
  readonly request: ExampleRequest
  readonly file: string
  readonly code: string
}

/** Runs pieces of the sample and returns what each prints, in their order. @throws what went wrong */
export type RunSample = (files: readonly string[]) => Promise<readonly string[]>

export async function makeSample(
  { accesses }: ServedCamunda,
  ending: string,
  toCode: (request: ExampleRequest) => string | Promise<string>,
  { allPages = true } = {},
): Promise<readonly SampleCode[]> {
  const requests = await exampleRequests(accesses)
  const wanted = requests.filter(
    ({ api, operation, ...request }) =>
      sample.includes(`${api.name} ${operation.id}`) && (allPages || request.allPages !== true),
  )
  expect(new Set(wanted.map(({ operation }) => operation.id)).size).toBe(sample.length)
  return Promise.all(
    wanted.map(async (request) => {
      const file = `${request.api.name}.${request.operation.id}${request.allPages ? 'All' : ''}.${ending}`
      return { request, file, code: await toCode(request) }
    }),
  )
}

/** Runs all of a sample, what reads first, and holds what it did and said against the API's own client. */
export async function checkSample(camunda: ServedCamunda, all: readonly SampleCode[], run: RunSample): Promise<void> {
  const reading = all.filter(({ request }) => isReading(request.operation))
  const writing = all.filter((one) => !reading.includes(one))
  const read = await run(reading.map(({ file }) => file))
  for (const [index, { request, file }] of reading.entries()) {
    expect(readPrinted(request, read[index] ?? ''), file).toEqual(await expected(request))
  }
  camunda.journal.clear()
  const written = await run(writing.map(({ file }) => file))
  for (const [index, { request, file }] of writing.entries()) {
    if (request.operation.returns === 'none') expect(written[index], file).toBe('')
    else expect(JSON.parse(written[index] ?? ''), file).toBeTypeOf('object')
  }
  for (const { request, file } of writing) {
    const { method, path } = await wireRequest(request.api, request.operation, request.input)
    const sent = camunda.journal.entries.filter((entry) => entry.method === method && entry.path.endsWith(path))
    const succeeded = sent.map(({ status }) => status < 300)
    expect(succeeded, file).toEqual([true])
  }
}

/** What a program printed: text, JSON, or the items of all pages, in scripts line by line. */
function readPrinted({ operation, allPages }: ExampleRequest, printed: string): unknown {
  if (operation.returns === 'text') return printed.trimEnd()
  if (!allPages || printed.startsWith('[')) return JSON.parse(printed)
  const lines = printed.trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

async function expected({ access, operation, input, allPages }: ExampleRequest): Promise<unknown> {
  const { signal } = new AbortController()
  if (allPages) return (await loadAll(access, operation, input, () => {}, signal)).items
  const { outcome } = await call(access, operation, input, signal)
  if (outcome.type !== 'answer') throw outcome.type === 'error' ? outcome.error : new Error('canceled')
  return typeof outcome.value === 'string' ? outcome.value.trimEnd() : JSON.parse(JSON.stringify(outcome.value))
}
