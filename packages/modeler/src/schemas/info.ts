import { boolean, nullish, string } from '@x/rest/validation'
import type { info as routes } from '../routes.ts'
import type { ServerInfo } from '../types/info.ts'
import { answer, type Schemas } from './schema.ts'

/** What goes in and out, by operation. */
export const info: Schemas<typeof routes> = {
  get: {
    response: answer<ServerInfo>({
      version: string(),
      authorizedOrganization: nullish(string()),
      createPermission: boolean(),
      readPermission: boolean(),
      updatePermission: boolean(),
      deletePermission: boolean(),
    }),
  },
}
