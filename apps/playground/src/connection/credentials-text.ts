import { effect, signal } from '@preact/signals'

const KEY = 'camunda-playground-credentials'

/** The file of credentials that the person gave; the embedded Camunda's own where there is none. */
export const credentialsText = signal<string | undefined>(sessionStorage.getItem(KEY) ?? undefined)

/** Whether the person wants it to outlive a reload of this tab. Asked for, never assumed: it holds a secret. */
export const keepsCredentials = signal(credentialsText.value !== undefined)

effect(() => {
  if (keepsCredentials.value && credentialsText.value !== undefined) sessionStorage.setItem(KEY, credentialsText.value)
  else sessionStorage.removeItem(KEY)
})
