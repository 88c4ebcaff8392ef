import type { Incident } from '@x/operate'
import { ApiError } from '@x/rest'
import { operate } from './operate.ts'

const status = find('[role=status]')
const form = find<HTMLFormElement>('form')
const table = find<HTMLTableElement>('table')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  const { ok } = await fetch('/sign-in', { method: 'POST', body })
  if (ok) await showIncidents()
  else status.textContent = 'Unknown user or password'
})

await showIncidents()

/** Shows the newest active incidents, or the sign-in form if the user is not signed in. */
async function showIncidents(): Promise<void> {
  try {
    const { items, total } = await operate.incidents.search({
      filter: { state: 'ACTIVE' },
      sort: [{ field: 'creationTime', order: 'DESC' }],
      size: 10,
    })
    table.tBodies[0]?.replaceChildren(...items.map(createRow))
    show({ text: `${total} active incidents`, signedIn: true })
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return show({ text: 'Please sign in', signedIn: false })
    status.textContent = 'Operate could not be reached'
    throw error
  }
}

function show({ text, signedIn }: { readonly text: string; readonly signedIn: boolean }): void {
  status.textContent = text
  form.hidden = signedIn
  table.hidden = !signedIn
}

function createRow({ type, message = '', processInstanceKey }: Incident): HTMLTableRowElement {
  const row = document.createElement('tr')
  // As text, not HTML: messages contain input of the process's users.
  for (const text of [type, message]) row.insertCell().textContent = text
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = processInstanceKey
  button.addEventListener('click', async () => {
    const { bpmnProcessId, startDate } = await operate.processInstances.get(processInstanceKey)
    status.textContent = `${bpmnProcessId}, started ${startDate}`
  })
  row.insertCell().append(button)
  return row
}

function find<E extends HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector)
  if (!element) throw new Error(`The page has no ${selector}`)
  return element
}
