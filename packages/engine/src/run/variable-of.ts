/** The variable that an expression such as `order` or `order.id` reads; undefined for other expressions. */
export function variableOf(text: string): string | undefined {
  return /^\s*([\p{L}_$][\p{L}\p{N}_$]*)(\s*\.\s*[\p{L}_$][\p{L}\p{N}_$]*)*\s*$/u.exec(text)?.[1]
}
