/**
 * Escapes text for printing. Names come from the author of the pull request: a line break could start a new line in the
 * log, which GitHub would run as a command; so could `##[` anywhere in a line.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=##)\[/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}
