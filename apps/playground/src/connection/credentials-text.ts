import { effect, signal } from '@preact/signals'
import { keptText } from '../ui/kept-text.ts'

const kept = keptText(() => sessionStorage, 'camunda-playground-credentials')

/** The pasted credentials file. It is only explained, unless it belongs to the embedded Camunda. */
export const credentialsText = signal<string | undefined>(kept.read())

/** Whether it survives a reload of this tab. Off by default, because the file contains a secret. */
export const keepsCredentials = signal(credentialsText.value !== undefined)

effect(() => kept.write(keepsCredentials.value ? credentialsText.value : undefined))
