import { compileUnaryTests, type UnaryTests } from '../feel/expression.ts'
import type { ModdleExpression, ModdleTable } from './moddle.ts'
import type { LogicReader } from './read-logic.ts'
import type { Aggregation, DecisionTable, HitPolicy, InputColumn, OutputColumn, Rule } from './requirements-graph.ts'

/** Camunda names an input without a label after the first characters of its expression. */
const longestName = 30

export function readTable(table: ModdleTable, reader: LogicReader): DecisionTable {
  const { output = [], hitPolicy = 'UNIQUE', aggregation } = table
  if (output.length > 1 && hitPolicy === 'COLLECT' && aggregation !== undefined) {
    reader.problems.add(table, "hit policy 'COLLECT' with aggregator is not defined for compound output")
  }
  for (const column of output) {
    if (output.length > 1 && column.name === undefined) {
      reader.problems.add(column, `no output name defined for '${column.label ?? ''}'`)
    }
  }
  return {
    kind: 'decision table',
    hitPolicy: hitPolicy as HitPolicy,
    aggregation: aggregation as Aggregation | undefined,
    inputs: (table.input ?? []).map((input) => readInput(input, reader)),
    outputs: output.map((column) => readOutput(column, reader)),
    rules: (table.rule ?? []).map((rule) => readRule(rule, reader)),
  }
}

type Elements<K extends 'input' | 'output' | 'rule'> = NonNullable<ModdleTable[K]>[number]

function readInput(input: Elements<'input'>, reader: LogicReader): InputColumn {
  const expression = reader.expression(input.inputExpression, input)
  return { id: input.id ?? '', name: input.label ?? expression.text.slice(0, longestName), expression }
}

function readOutput(output: Elements<'output'>, reader: LogicReader): OutputColumn {
  const { id = '', name = '', label = name, outputValues, defaultOutputEntry } = output
  return {
    id,
    name,
    label,
    values: outputValues?.text?.split(',').map((value) => value.trim().replace(/["']/g, '')) ?? [],
    defaultValue: defaultOutputEntry && reader.expression(defaultOutputEntry, output),
  }
}

function readRule(rule: Elements<'rule'>, reader: LogicReader): Rule {
  return {
    id: rule.id ?? '',
    tests: (rule.inputEntry ?? []).map((entry) => readTests(entry, reader)),
    results: (rule.outputEntry ?? []).map((entry) => reader.expression(entry, rule)),
  }
}

function readTests(entry: ModdleExpression, reader: LogicReader): UnaryTests {
  reader.checkLanguage(entry)
  const tests = compileUnaryTests(entry.text ?? '', reader.environment)
  if (tests.problem) reader.problems.add(entry, `FEEL unary-tests: ${tests.problem}`)
  return tests
}
