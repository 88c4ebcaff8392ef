import type { DateFilter } from './search.ts'

/** Who made or changed something. */
export interface User {
  name?: string | null | undefined
  email?: string | null | undefined
}

/** When something was made and last changed, and by whom. Dates are ISO text, as the server writes them. */
export interface Changes {
  created?: string | null | undefined
  createdBy?: User | null | undefined
  updated?: string | null | undefined
  updatedBy?: User | null | undefined
}

/** Equality on a user, for example `{ email: 'jane@example.com' }`. */
export interface UserFilter {
  name?: string | undefined
  email?: string | undefined
}

/** When something was made and last changed, and by whom. */
export interface ChangesFilter {
  created?: DateFilter | undefined
  createdBy?: UserFilter | undefined
  updated?: DateFilter | undefined
  updatedBy?: UserFilter | undefined
}
