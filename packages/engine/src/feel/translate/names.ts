import { isBuiltIn } from '../library.ts'
import { originalName } from '../prepare-source.ts'
import { childNamed, childrenOf, type SyntaxNode } from '../syntax.ts'
import { bind, isBound, type Scope } from './scope.ts'
import type { Translator, Writer, Writers } from './translator.ts'

const functionNames = ['VariableName', 'DateTimeConstructor', 'SpecialFunctionName']

const invocation: Writer = (translator, node, scope) => {
  const target = childrenOf(node)[0] as SyntaxNode
  if (!functionNames.includes(target.name)) return translator.copy(node, scope)
  return callee(translator, originalName(translator.nameOf(target)), scope) + translator.copy(node, scope, target.to)
}

/**
 * Functions and variables are looked up separately: a variable hides a built-in function only if it holds a function, and a
 * call of anything else reports a missing function, not a missing variable.
 */
function callee(translator: Translator, name: string, scope: Scope | undefined): string {
  if (!isBuiltIn(name)) return translator.call('function of', [translator.variable(name, scope, true), `"${name}"`])
  const builtIn = translator.functionName(name)
  return isBound(name, scope) ? translator.call('function of', [translator.variable(name, scope), builtIn]) : builtIn
}

const definition: Writer = (translator, node, scope) => {
  const parameters = childrenOf(childNamed(node, 'FormalParameters') ?? node)
  const names = parameters.map((parameter) => translator.nameOf(parameter.firstChild ?? parameter))
  return translator.copy(node, bind(names, scope))
}

/** Each entry sees the entries before it. */
const context: Writer = (translator, node, scope) => {
  let inner = scope
  const entries = childrenOf(node).filter(({ name }) => name === 'ContextEntry')
  const written = entries.map((entry) => {
    const text = translator.copy(entry, inner)
    inner = bind([translator.nameOf(childrenOf(entry)[0] as SyntaxNode).replace(/^"|"$/g, '')], inner)
    return text
  })
  return `{${written.join(', ')}}`
}

const asItIs: Writer = (translator, node) => translator.textOf(node)

export const nameWriters: Writers = {
  VariableName: (translator, node, scope) => translator.variable(translator.nameOf(node), scope),
  FunctionInvocation: invocation,
  DateTimeLiteral: invocation,
  FunctionDefinition: definition,
  Context: context,
  ParameterName: asItIs,
  PathName: asItIs,
  Key: asItIs,
  Type: asItIs,
}
