import type { Operation } from '@x/rest'
import { info as routes } from '../routes.ts'
import { info as schemas } from '../schemas/info.ts'

export const info: readonly Operation[] = [
  {
    ...routes.get,
    ...schemas.get,
    summary: 'The version of the API, the organization of the token and what the client may do',
  },
]
