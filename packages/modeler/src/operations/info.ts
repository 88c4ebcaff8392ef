import type { Operation } from '@x/rest'
import { boolean, nullish, string } from 'valibot'
import { info as routes } from '../routes.ts'
import type { ServerInfo } from '../types/info.ts'
import { answer } from './schema.ts'

export const info: readonly Operation[] = [
  {
    ...routes.get,
    summary: 'The version of the API, the organization of the token and what the client may do',
    response: answer<ServerInfo>({
      version: string(),
      authorizedOrganization: nullish(string()),
      createPermission: boolean(),
      readPermission: boolean(),
      updatePermission: boolean(),
      deletePermission: boolean(),
    }),
  },
]
