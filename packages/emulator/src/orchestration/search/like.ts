/**
 * Whether a text matches a pattern entirely: `*` matches any number of characters, `?` one; a backslash escapes them.
 */
export function createLike(pattern: string): (text: string) => boolean {
  const source = pattern.replace(/\\([\s\S])|[\s\S]/g, (character, escaped?: string) => {
    if (escaped !== undefined) return literal(escaped)
    if (character === '*') return '.*'
    return character === '?' ? '.' : literal(character)
  })
  const whole = new RegExp(`^${source}$`, 's')
  return (text) => whole.test(text)
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
