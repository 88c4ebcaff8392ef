/** Returns the singular of a list's name: `backupId` for `backupIds`. */
export function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}
