import { effect, signal } from '@preact/signals'
import { keptText } from '../ui/kept-text.ts'

const kept = keptText(() => sessionStorage, 'camunda-playground-credentials')

/** The file of credentials that the person gave; the embedded Camunda's own where there is none. */
export const credentialsText = signal<string | undefined>(kept.read())

/** Whether the person wants it to outlive a reload of this tab. Asked for, never assumed: it holds a secret. */
export const keepsCredentials = signal(credentialsText.value !== undefined)

effect(() => kept.write(keepsCredentials.value ? credentialsText.value : undefined))
