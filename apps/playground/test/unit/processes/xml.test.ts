import { expect, test } from 'vitest'
import { readDmn } from '../../../src/processes/decisions/read-dmn.ts'
import { readBpmn } from '../../../src/processes/diagram/bpmn-elements.ts'
import { readXml, walk } from '../../../src/processes/xml/read-xml.ts'

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI'

test('reads the flow nodes of a BPMN, whatever its prefixes are', () => {
  const process = `<process id="p"><startEvent id="s" name="&lt;b&gt; &#38; 'c'"/><subProcess id="u"><b:userTask xmlns:b="${MODEL}"
    id="t"><extensionElements><x:task xmlns:x="http://other" id="no"/></extensionElements></b:userTask></subProcess>
    <sequenceFlow id="f"/><boundaryEvent id="e"><timerEventDefinition id="d"/></boundaryEvent><exclusiveGateway/></process>`
  expect(readBpmn(`<?xml version="1.0"?><definitions xmlns="${MODEL}">${process}</definitions>`)).toEqual({
    type: 'read',
    elements: [
      { id: 's', name: "<b> & 'c'", type: 'startEvent', incoming: [], inputs: [], outputs: [] },
      { id: 'u', name: '', type: 'subProcess', incoming: [], inputs: [], outputs: [] },
      { id: 't', name: '', type: 'userTask', incoming: [], inputs: [], outputs: [] },
      { id: 'e', name: '', type: 'boundaryEvent', incoming: [], inputs: [], outputs: [] },
    ],
    hasDiagram: false,
    hasColors: false,
  })
})

test('knows a diagram, and a colored one', () => {
  const color = 'xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" bioc:stroke="#831311"'
  const diagram = (attributes: string): string =>
    `<a xmlns:d="${DI}"><d:BPMNPlane><d:BPMNShape ${attributes}/></d:BPMNPlane></a>`
  expect(readBpmn(diagram(''))).toMatchObject({ hasDiagram: true, hasColors: false })
  expect(readBpmn(diagram(color))).toMatchObject({ hasDiagram: true, hasColors: true })
})

test.each(['', 'hello', '<a>', '<a><b></a>', '<a', '<a><</a>', '<a></a', '\0'])('says that %j is no XML', (xml) => {
  expect(readBpmn(xml)).toEqual({ type: 'unreadable', problem: expect.stringMatching(/\w/) })
  expect(readDmn(xml, 'a')).toEqual({ type: 'unreadable', problem: expect.stringContaining('not well-formed') })
})

test('takes entities for text, keeps no prototype open, and is not brought down by depth', () => {
  const bomb =
    '<!DOCTYPE a [<!ENTITY e "eeeeeeeeee"><!ENTITY f SYSTEM "file:///etc/passwd">]><a __proto__="x">&e;&f;</a>'
  expect(readXml(bomb)).toMatchObject({ name: 'a', text: '&e;&f;' })
  expect(Reflect.get({}, 'x')).toBeUndefined()
  const depth = 100_000
  expect([...walk(readXml('<a>'.repeat(depth) + '</a>'.repeat(depth)))]).toHaveLength(depth)
})

const table = (namespace: string): string => `<definitions xmlns="${namespace}">
  <decision id="other"/>
  <decision id="d"><decisionTable hitPolicy="COLLECT" aggregation="SUM">
    <input label="Amount"><inputExpression typeRef="number"><text> amount </text></inputExpression></input>
    <input><inputExpression><text>kind</text></inputExpression></input>
    <output label="Level" name="level" typeRef="string"/>
    <rule id="r1"><description>Much</description>
      <inputEntry><text>&gt; 100</text></inputEntry><inputEntry><text/></inputEntry>
      <outputEntry><text><![CDATA["<b>high</b>"]]></text></outputEntry></rule>
  </decisionTable></decision>
  <decision id="e"><literalExpression><text>a + b</text></literalExpression></decision>
  <decision id="f"><invocation/></decision>
</definitions>`

test.each(['https://www.omg.org/spec/DMN/20191111/MODEL/', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'])(
  'reads a decision table of %s',
  (namespace) => {
    const xml = table(namespace)
    expect(readDmn(xml, 'd')).toEqual({
      type: 'table',
      hitPolicy: 'COLLECT SUM',
      inputs: [
        { title: 'Amount', expression: 'amount', type: 'number' },
        { title: 'kind', expression: 'kind', type: undefined },
      ],
      outputs: [{ title: 'Level', expression: 'level', type: 'string' }],
      rules: [{ id: 'r1', inputs: ['> 100', ''], outputs: ['"<b>high</b>"'], annotation: 'Much' }],
    })
    expect(readDmn(xml, 'e')).toEqual({ type: 'expression', text: 'a + b' })
    expect(readDmn(xml, 'f')).toMatchObject({ type: 'unreadable' })
    expect(readDmn(xml, 'nowhere')).toMatchObject({ type: 'unreadable' })
  },
)
