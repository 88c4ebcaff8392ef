/**
 * Evaluates the FEEL expressions of forms with feelin, as form-js does: Tasklist evaluates forms in the browser, where
 * Camunda's own functions do not exist.
 */
export type Feel = Pick<typeof import('feelin'), 'evaluate' | 'unaryTest'>

/** Loaded with the first form that has an expression. */
export async function loadFeel(): Promise<Feel> {
  return import('feelin')
}

export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('=')
}

const INSERT = /\{\{(.*?)\}\}/gs
const BLOCK = /\{\{\s*[#/]/

/** Whether a text is an expression, or contains expressions in double braces. */
export function isTemplate(text: string): boolean {
  return text.startsWith('=') || (text.search(INSERT) >= 0 && !hasBlocks(text))
}

/** Whether a text has conditional or repeated parts, which are not supported here. */
export function hasBlocks(text: string): boolean {
  return BLOCK.test(text)
}

/** Replaces each expression of a template with what `evaluate` returns for it. */
export function fillIn(text: string, evaluate: (expression: string) => string): string {
  if (!isTemplate(text)) return text
  if (text.startsWith('=')) return evaluate(text.slice(1))
  return text.replaceAll(INSERT, (_, expression: string) => (expression.trim() === '' ? '' : evaluate(expression)))
}
