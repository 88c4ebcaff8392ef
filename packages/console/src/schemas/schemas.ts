import type { Operation } from '@x/rest'

/** What goes in and out of each operation of a resource. Apart from the table's words, so that a client need not carry these. */
export type Schemas<Routes> = { readonly [Verb in keyof Routes]: Pick<Operation, 'body' | 'response'> }
