/** Saves a text as a file. It never leaves the browser. */
export function download(name: string, type: string, text: string): void {
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }))
}

/** Saves bytes as a file. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser may read it after this task ends.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Returns a file name for a response: `operate-incidents.search-2026-11-22T15-40-20.json`. */
export function fileName(api: string, operation: string, time: number, extension: string): string {
  const moment = new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')
  return `${api}-${operation}-${moment}.${extension}`
}
