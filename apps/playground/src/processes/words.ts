/** Returns names of the API and of BPMN as words: `SERVICE_TASK` and `serviceTask` both become "Service task". */
export function toWords(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Servers count matches exactly up to this number. */
const MOST = 10_000

/** Formats a number of matches, which may be a lower bound. */
export function formatTotal(total: number): string {
  return total < MOST ? total.toLocaleString() : `${MOST.toLocaleString()}+`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`
}

/** Returns the state of an instance in the words of Camunda's own interfaces: a terminated one is `Canceled`. */
export function stateWords(state: string): string {
  return state === 'TERMINATED' ? 'Canceled' : toWords(state)
}
