/** What one of a list is called: `backupIds` are each a `backupId`. */
export function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}
