/**
 * Text as it can be printed. Names come from whoever opened the pull request: a line break in one could begin a line of
 * its own in the log, which GitHub would take for a command; so could `##[` anywhere in a line.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=##)\[/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}
