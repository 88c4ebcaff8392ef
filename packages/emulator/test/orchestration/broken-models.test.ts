import { beforeAll, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { bpmn, order, sequence, serviceTask } from './models.ts'

let harness: Harness
beforeAll(async () => {
  harness = await createHarness()
})

/** The file's content begins in line 3. */
const definitions = (...lines: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions" targetNamespace="x">',
    ...lines,
    '</bpmn:definitions>',
  ].join('\n')

const file = (content: string, name = 'p.bpmn'): File => new File([content], name)

/** A process whose elements begin in line 4. */
const process = (...lines: readonly string[]): File => bpmn('p', lines.join('\n'))

const start = '<bpmn:startEvent id="s" />'
const flow = (id: string, from: string, to: string, inside = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`
const condition = (text: string): string =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${text}</bpmn:conditionExpression>`

const cases: readonly (readonly [what: string, file: File, problems: readonly string[]])[] = [
  ['no XML', file('hello'), ['p.bpmn:1: The file is not BPMN: unparsable content hello detected: missing start tag']],
  ['nothing', file(''), ['p.bpmn:1: The file is not BPMN: unparsable content detected: missing start tag']],
  [
    'a tag that is never closed',
    file(definitions('<bpmn:process id="p" isExecutable="true">', start).replace('\n</bpmn:definitions>', '')),
    ['p.bpmn:4: The file is not BPMN: unexpected end of file'],
  ],
  [
    'other XML',
    file('<html><body /></html>'),
    ['p.bpmn: The file is not BPMN: failed to parse document as <bpmn:Definitions>'],
  ],
  [
    'DMN in a file of BPMN',
    file('<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x" />'),
    ['p.bpmn: The file is not BPMN: failed to parse document as <bpmn:Definitions>'],
  ],
  ['no process', file(definitions()), ['p.bpmn: The file has no process with isExecutable="true".']],
  [
    'a process that is not executable',
    file(definitions(`<bpmn:process id="p">${start}</bpmn:process>`)),
    ['p.bpmn: The file has no process with isExecutable="true".'],
  ],
  ['an empty process', process(), ['p.bpmn:3: p: It has no start event.']],
  [
    'elements without ids',
    file(definitions('<bpmn:process isExecutable="true"><bpmn:startEvent /></bpmn:process>')),
    ['p.bpmn: The process needs an id.', "p.bpmn: An element of the kind 'StartEvent' in it needs an id."],
  ],
  [
    'an element that BPMN does not have',
    process(start, '<bpmn:teleporter id="t" />'),
    ["p.bpmn:5: t: There is no element 'bpmn:teleporter' in BPMN."],
  ],
  [
    'elements that the engine does not run',
    process(start, '<bpmn:complexGateway id="c" />', '<bpmn:transaction id="t" />'),
    [
      "p.bpmn:5: c: The engine does not support elements of the kind 'ComplexGateway'.",
      "p.bpmn:6: t: The engine does not support elements of the kind 'Transaction'.",
    ],
  ],
  [
    'an id that is used twice',
    process(start, '<bpmn:task id="a" />', '<bpmn:task id="a" />', flow('f', 's', 'a')),
    ["p.bpmn:6: a: The id 'a' is used more than once."],
  ],
  [
    'gateways without outgoing flows',
    process(start, '<bpmn:exclusiveGateway id="g" />', flow('f', 's', 'g'), '<bpmn:parallelGateway id="h" />'),
    ['p.bpmn:5: g: The gateway has no outgoing flow.', 'p.bpmn:7: h: The gateway has no outgoing flow.'],
  ],
  [
    'flows to nowhere',
    process(start, flow('f', 's', 'nowhere'), '<bpmn:sequenceFlow id="g" sourceRef="s" />'),
    [
      "p.bpmn:5: f: 'targetRef' refers to 'nowhere', which does not exist.",
      'p.bpmn:6: g: A sequence flow needs a source and a target.',
    ],
  ],
  [
    'broken FEEL in a condition, a job type and a mapping',
    process(
      start,
      '<bpmn:exclusiveGateway id="g" default="b" />',
      serviceTask('t', '= 1 +').replaceAll('\n', ''),
      '<bpmn:scriptTask id="u"><bpmn:extensionElements><zeebe:script expression="= (" resultVariable="x" /></bpmn:extensionElements></bpmn:scriptTask>',
      flow('a', 's', 'g'),
      flow('b', 'g', 't'),
      flow('c', 'g', 'u', condition('= x &gt;')),
    ),
    [
      "p.bpmn:6: t: failed to parse expression ' 1 +': unexpected end at 1:5",
      "p.bpmn:7: u: failed to parse expression ' (': unexpected end at 1:3",
      "p.bpmn:10: c: failed to parse expression ' x >': unexpected end at 1:5",
    ],
  ],
  [
    'a timer that is none, named once',
    process(
      '<bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:timeCycle>every day</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>',
    ),
    ["p.bpmn:4: s: The cycle of the timer is not valid: 'every day'."],
  ],
  [
    'a task without a job type',
    process(sequence('a').replaceAll('\n', ''), '<bpmn:serviceTask id="a" />'),
    ['p.bpmn:5: a: The task needs a task definition with a job type.'],
  ],
  [
    'a decision file that is no XML',
    file('nothing', 'd.dmn'),
    ['d.dmn:1: Failed to parse DMN: unparsable content nothing detected: missing start tag'],
  ],
  ['a form that is no JSON', file('{', 'f.form'), ['f.form: The file is not JSON.']],
]

async function deploy(...files: readonly File[]): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData()
  for (const one of files) form.append('resources', one, one.name)
  const { emulator, token, baseUrl } = harness
  const response = await emulator.fetch(`${baseUrl}/v2/deployments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  return { status: response.status, body: await response.json() }
}

async function refuse(files: readonly File[], problems: readonly string[]): Promise<void> {
  expect(await deploy(...files)).toEqual({
    status: 400,
    body: {
      type: 'about:blank',
      title: 'INVALID_ARGUMENT',
      status: 400,
      detail: `Command 'CREATE' rejected with code 'INVALID_ARGUMENT': ${problems.join('\n')}`,
      instance: '/v2/deployments',
    },
  })
  for (const resource of ['process-definitions', 'decision-definitions', 'resources']) {
    const found = await harness.call('POST', `/v2/${resource}/search`, {})
    expect(found.body.page.totalItems).toBe(0)
  }
}

test.each(cases)(
  '%s is a 400 with all problems, their elements and lines, and nothing is deployed',
  async (_, model, problems) => {
    await refuse([model], problems)
  },
)

test('the problems of all files are listed, and files without problems are not deployed either', async () => {
  const some = cases.filter(([what]) =>
    ['no XML', 'no process', 'gateways without outgoing flows', 'a form that is no JSON'].includes(what),
  )
  await refuse(
    [...some.map(([, model]) => model), order()],
    some.flatMap(([, , problems]) => problems),
  )
})
