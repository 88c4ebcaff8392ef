import type { FeelEnvironment } from '../feel/environment.ts'
import { compileFeel, type Expression } from '../feel/expression.ts'
import type {
  ModdleContext,
  ModdleElement,
  ModdleExpression,
  ModdleFunction,
  ModdleInvocation,
  ModdleList,
  ModdleRelation,
  ModdleTable,
} from './moddle.ts'
import type { Problems } from './problems.ts'
import { readTable } from './read-table.ts'
import type {
  BoxedContext,
  FunctionDefinition,
  Invocation,
  LiteralExpression,
  Logic,
  Parameter,
  Relation,
} from './requirements-graph.ts'

const nullExpression = 'null'

/** Reads the logic of decisions and business knowledge models, and reports what Camunda cannot evaluate. */
export class LogicReader {
  readonly problems: Problems
  readonly environment: FeelEnvironment
  readonly #modelNames: ReadonlySet<string>

  /** @param modelNames - The names of the file's business knowledge models that an invocation may call. */
  constructor(problems: Problems, environment: FeelEnvironment, modelNames: ReadonlySet<string>) {
    this.problems = problems
    this.environment = environment
    this.#modelNames = modelNames
  }

  read(parent: ModdleElement, logic: ModdleElement | undefined): Logic {
    switch (logic?.$type) {
      case 'dmn:DecisionTable':
        return readTable(logic as ModdleTable, this)
      case 'dmn:LiteralExpression':
        return this.#literal(logic as ModdleExpression)
      case 'dmn:Context':
        return this.#context(logic as ModdleContext)
      case 'dmn:List':
        return { kind: 'list', items: ((logic as ModdleList).elements ?? []).map((item) => this.read(logic, item)) }
      case 'dmn:Relation':
        return this.#relation(logic as ModdleRelation)
      case 'dmn:Invocation':
        return this.#invocation(logic as ModdleInvocation)
      case 'dmn:FunctionDefinition':
        return this.#function(logic as ModdleFunction)
      default: {
        const problem = logic ? `has a ${logic.$type}, which is not supported` : 'has no logic'
        this.problems.add(logic ?? parent, `unsupported decision expression: '${parent.name ?? parent.id}' ${problem}`)
        return { kind: 'literal expression', expression: compileFeel(nullExpression, this.environment) }
      }
    }
  }

  /** Compiles the text of a literal expression. A missing text is a problem. */
  expression(element: ModdleExpression | undefined, parent: ModdleElement): Expression {
    const text = element?.text
    if (text === undefined || text.trim() === '') {
      this.problems.add(element ?? parent, `The expression '${element?.id ?? parent.id ?? ''}' must not be empty.`)
      return compileFeel(nullExpression, this.environment)
    }
    this.checkLanguage(element as ModdleExpression)
    const expression = compileFeel(text, this.environment)
    if (expression.problem) this.problems.add(element, `FEEL expression: ${expression.problem}`)
    return expression
  }

  checkLanguage(element: ModdleExpression): void {
    const language = element.expressionLanguage?.toLowerCase() ?? 'feel'
    const isFeel = language === 'feel' || /^https?:\/\/www\.omg\.org\/spec\/(feel|dmn)\/\d+(\/feel)?\/?$/.test(language)
    if (!isFeel) this.problems.add(element, `Expression language '${language}' is not supported`)
  }

  #literal(logic: ModdleExpression): LiteralExpression {
    return { kind: 'literal expression', expression: this.expression(logic, logic) }
  }

  #context(logic: ModdleContext): BoxedContext {
    const entries = (logic.contextEntry ?? []).map((entry) => ({
      name: entry.variable?.name,
      logic: this.read(entry, entry.value),
    }))
    const last = entries.at(-1)
    const result = last && last.name === undefined ? entries.pop()?.logic : undefined
    return { kind: 'context', entries: entries.map(({ name = '', logic }) => ({ name, logic })), result }
  }

  #relation(logic: ModdleRelation): Relation {
    const { column = [], row = [] } = logic
    const rows = row.map((list) => {
      const cells = list.elements ?? []
      if (cells.length !== column.length) {
        this.problems.add(list, `expected row with '${column.length}' elements but found '${cells.length}'`)
      }
      return cells.map((cell, index) => ({ name: column[index]?.name ?? '', logic: this.read(list, cell) }))
    })
    return { kind: 'relation', rows }
  }

  #invocation(logic: ModdleInvocation): Invocation {
    const calls = logic.calledFunction?.text?.trim() ?? ''
    if (!this.#modelNames.has(calls)) this.problems.add(logic, `no BKM found with name '${calls}'`)
    const bindings = (logic.binding ?? []).map(({ parameter, bindingFormula }) => ({
      name: parameter?.name ?? '',
      expression: this.#literalOnly(bindingFormula, logic),
    }))
    return { kind: 'invocation', calls, bindings }
  }

  #function(logic: ModdleFunction): FunctionDefinition {
    return { kind: 'function', parameters: readParameters(logic), expression: this.#literalOnly(logic.body, logic) }
  }

  #literalOnly(element: ModdleElement | undefined, parent: ModdleElement): Expression {
    if (element && element.$type !== 'dmn:LiteralExpression') {
      this.problems.add(element, `expected literal expression but found ${element.$type}`)
      return compileFeel(nullExpression, this.environment)
    }
    return this.expression(element, parent)
  }
}

export function readParameters(definition: ModdleFunction | undefined): readonly Parameter[] {
  return (definition?.formalParameter ?? []).map(({ name = '', typeRef }) => ({ name, type: typeRef }))
}
