/** Names of the API and of BPMN as words: `SERVICE_TASK` and `serviceTask` are both "Service task". */
export function toWords(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Operate counts matches exactly up to here. */
const MOST = 10_000

/** A number of matches as Operate gives it. */
export function formatTotal(total: number): string {
  return total < MOST ? total.toLocaleString() : `${MOST.toLocaleString()}+`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`
}
