import type { Operation } from '@x/rest/shapes'
import { text } from '../responses.ts'

const BPMN = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="sample" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="sample" isExecutable="true">
    <bpmn:startEvent id="start" />
  </bpmn:process>
</bpmn:definitions>
`

const DMN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="sample" name="Sample" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="decision" name="Decision" />
</definitions>
`

/** Returns a response that is not JSON: a diagram if the path names one, otherwise a line of text. */
export function contentOf({ id, path, returns }: Operation): Response {
  if (path.endsWith('/xml')) {
    return text(200, path.includes('decision') ? DMN : BPMN, { 'content-type': 'text/xml;charset=UTF-8' })
  }
  const sample = `Sample of ${id}\n`
  if (returns === 'text') return text(200, sample)
  return text(200, sample, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="sample.txt"',
    'content-length': String(sample.length),
  })
}
