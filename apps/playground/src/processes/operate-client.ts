import { computed, type ReadonlySignal } from '@preact/signals'
import { createOperateClient, type OperateClient } from '@x/operate'
import { connection } from '../connection/state.ts'

/** Operate as the connection opens it; undefined where it does not. */
export const operateClient: ReadonlySignal<OperateClient | undefined> = computed(() => {
  const access = connection.value?.accesses.get('operate')
  if (!access) return undefined
  const { auth, audience, baseUrl, fetch } = access
  return createOperateClient({ auth, audience, baseUrl, fetch })
})
