import { BpmnModdle } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import { beforeAll, expect, it } from 'vitest'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { createHarness } from './harness.ts'

const diagrams = new Map<string, string>()

beforeAll(async () => {
  const operate = createHarness()
  for (const { key, bpmnProcessId, version } of await operate.all('process-definitions')) {
    const { text } = await operate.get(`/v1/process-definitions/${key}/xml`)
    diagrams.set(`${bpmnProcessId} ${version}`, text)
  }
})

// Every version that clusters of the emulator can have, as Web Modeler checks diagrams for it.
it.each(['8-6', '8-7', '8-8', '8-9', '8-10'])(
  "has diagrams without any problem in Camunda's linter for %s",
  async (minor) => {
    const config = { extends: ['bpmnlint:recommended', `plugin:camunda-compat/camunda-cloud-${minor}`] }
    const complaints: Record<string, object> = {}
    for (const [name, xml] of diagrams) {
      const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml)
      // Rules keep state from one diagram to the next, so each has a linter of its own.
      const found = await new Linter({ config, resolver: new NodeResolver() }).lint(rootElement)
      if (Object.keys(found).length > 0) complaints[name] = found
    }
    expect(diagrams.size).toBeGreaterThan(8)
    expect(complaints).toEqual({})
  },
)
