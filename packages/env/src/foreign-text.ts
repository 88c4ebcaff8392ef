/** The longest text that is read: far above any configuration, and it keeps time and memory bounded. */
const MAX_CHARACTERS = 256 * 1024

const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'is empty'],
  [/^%PDF/, 'is a PDF'],
  [/^PK/, 'is a zip'],
  // A byte order mark read in the wrong order or as single bytes, or every second character a null.
  [/^(\uFFFE|ÿþ|þÿ)|\w\0.\0/, 'is UTF-16'],
  [/\0/, 'is binary'],
  [/^\s*</, 'is HTML'],
]

/** What a text is that certainly holds no variables, as far as its beginning tells. */
export function describeForeignText(text: string): string | undefined {
  const head = text.slice(0, 1024)
  return (
    LOOKS.find(([pattern]) => pattern.test(head))?.[1] ?? (text.length > MAX_CHARACTERS ? 'is too long' : undefined)
  )
}
