import { effect, signal } from '@preact/signals'
import { keptText } from '../ui/kept-text.ts'

const kept = keptText(() => sessionStorage, 'camunda-playground-credentials')

/** The credentials file that was pasted. It is only explained, unless it is one of the embedded Camunda. */
export const credentialsText = signal<string | undefined>(kept.read())

/** Whether it survives a reload of this tab. Off unless somebody turns it on: the file holds a secret. */
export const keepsCredentials = signal(credentialsText.value !== undefined)

effect(() => kept.write(keepsCredentials.value ? credentialsText.value : undefined))
