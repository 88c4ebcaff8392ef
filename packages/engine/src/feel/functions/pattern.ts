const compiled = new Map<string, RegExp | null>()
const limit = 500

/**
 * Creates a regular expression with the flags s, m, i and x; returns null if JavaScript cannot parse it. Camunda uses
 * Java's syntax, whose common parts are the same; possessive quantifiers and flags inside the pattern exist only in
 * Java.
 */
export function pattern(source: string, flags: string): RegExp | null {
  const key = `${flags}/${source}`
  let found = compiled.get(key)
  if (found === undefined) {
    if (compiled.size >= limit) compiled.clear()
    found = compile(source, flags)
    compiled.set(key, found)
  }
  if (found) found.lastIndex = 0
  return found
}

function compile(source: string, flags: string): RegExp | null {
  // Flag x: white space and comments are not part of the pattern.
  const text = flags.includes('x') ? source.replace(/#.*$/gm, '').replace(/\s+/g, '') : source
  const known = ['g', 's', 'm', 'i'].filter((flag) => flags.includes(flag)).join('')
  try {
    // With `u`, a character outside the Basic Multilingual Plane is one character, as in Java; without, more escapes
    // are allowed.
    return new RegExp(text, `u${known}`)
  } catch {
    return compileLoosely(text, known)
  }
}

function compileLoosely(text: string, flags: string): RegExp | null {
  try {
    return new RegExp(text, flags)
  } catch {
    return null
  }
}
