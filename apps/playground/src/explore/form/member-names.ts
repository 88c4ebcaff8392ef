// What a member is for, as far as its name tells: schemas know text, not what people write into it.

/** A moment: `startDate`, `creationTime`, `created`. */
export function isDateName(name: string): boolean {
  return /(Date|Time|DateTime)$|^(created|updated)$/.test(name)
}

/** Text of many lines: the content of a file. */
export function isLongTextName(name: string): boolean {
  return /^(content|xml)$/.test(name)
}

/** The value must not get into an address: `clientSecret`, `secretValue`, `password`, but not `secretName`. */
export function isSecretName(name: string): boolean {
  return (
    /secret|passw|passphrase|token|credential|private_?key|api_?key/i.test(name) && !/(name|ids?|uuid)$/i.test(name)
  )
}

/** What one of a list is called: `backupIds` are each a `backupId`. */
export function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}
