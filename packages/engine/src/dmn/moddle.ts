import { DmnModdle } from 'dmn-moddle'
import { createParseCache } from '../parse-cache.ts'
import { type ParserMessage, readParserMessage } from '../parser-message.ts'

/** The properties of dmn-moddle's elements that the engine reads. */
export interface ModdleElement {
  readonly $type: string
  readonly $parent?: ModdleElement
  readonly id?: string
  readonly name?: string
  readonly label?: string
}

export interface ModdleExpression extends ModdleElement {
  readonly text?: string
  readonly expressionLanguage?: string
}

export interface ModdleReference {
  readonly href?: string
}

export interface ModdleVariable extends ModdleElement {
  readonly typeRef?: string
}

export interface ModdleDefinitions extends ModdleElement {
  readonly namespace?: string
  readonly drgElement?: readonly ModdleElement[]
}

export interface ModdleDecision extends ModdleElement {
  readonly variable?: ModdleVariable
  readonly decisionLogic?: ModdleElement
  readonly informationRequirement?: readonly {
    readonly requiredDecision?: ModdleReference
    readonly requiredInput?: ModdleReference
  }[]
  readonly knowledgeRequirement?: readonly { readonly requiredKnowledge?: ModdleReference }[]
  readonly extensionElements?: { readonly values?: readonly (ModdleElement & { readonly value?: string })[] }
}

export interface ModdleKnowledgeModel extends ModdleElement {
  readonly encapsulatedLogic?: ModdleFunction
  readonly knowledgeRequirement?: readonly { readonly requiredKnowledge?: ModdleReference }[]
}

export interface ModdleFunction extends ModdleElement {
  readonly formalParameter?: readonly ModdleVariable[]
  readonly body?: ModdleElement
}

export interface ModdleTable extends ModdleElement {
  readonly hitPolicy?: string
  readonly aggregation?: string
  readonly input?: readonly (ModdleElement & { readonly inputExpression?: ModdleExpression })[]
  readonly output?: readonly (ModdleElement & {
    readonly outputValues?: ModdleExpression
    readonly defaultOutputEntry?: ModdleExpression
  })[]
  readonly rule?: readonly (ModdleElement & {
    readonly inputEntry?: readonly ModdleExpression[]
    readonly outputEntry?: readonly ModdleExpression[]
  })[]
}

export interface ModdleContext extends ModdleElement {
  readonly contextEntry?: readonly (ModdleElement & {
    readonly variable?: ModdleVariable
    readonly value?: ModdleElement
  })[]
}

export interface ModdleList extends ModdleElement {
  readonly elements?: readonly ModdleElement[]
}

export interface ModdleRelation extends ModdleElement {
  readonly column?: readonly ModdleVariable[]
  readonly row?: readonly ModdleList[]
}

export interface ModdleInvocation extends ModdleElement {
  readonly calledFunction?: ModdleExpression
  readonly binding?: readonly { readonly parameter?: ModdleVariable; readonly bindingFormula?: ModdleExpression }[]
}

const dmn13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/'

/** The other versions of DMN. The elements that the engine reads are the same in all of them. */
const otherVersions = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
]

export interface ParsedDmn {
  readonly definitions: ModdleDefinitions
  /** What dmn-moddle omitted, such as an element whose id is not unique. */
  readonly unread: readonly { readonly line: number; readonly message: string }[]
}

interface Reader {
  fromXML(xml: string): Promise<{
    readonly rootElement: ModdleDefinitions
    readonly warnings: readonly { readonly message: string }[]
  }>
}

const DmnReader = DmnModdle as unknown as new () => Reader
let reader: Reader | undefined

/** Parses a DMN file of version 1.1 to 1.5. Returns the parser's message if it fails. */
export const parseDmn: (xml: string) => Promise<ParsedDmn | ParserMessage> = createParseCache(async (xml) => {
  const known = otherVersions.reduce((text, version) => text.replaceAll(`"${version}"`, `"${dmn13}"`), xml)
  reader ??= new DmnReader()
  try {
    const { rootElement, warnings } = await reader.fromXML(known)
    const unread = warnings.flatMap(({ message }) => {
      const [, line, reason] = /^unparsable content .*?line: (\d+).*nested error: (.*)$/s.exec(message) ?? []
      return line === undefined || reason === undefined ? [] : [{ line: Number(line) + 1, message: reason }]
    })
    return { definitions: rootElement, unread }
  } catch (error) {
    return readParserMessage(error instanceof Error ? error.message : String(error), xml)
  }
})
