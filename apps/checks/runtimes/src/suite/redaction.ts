import { cluster, OPERATE_AUDIENCE, openConsole, openModeler, openOperate, organization, signIn } from './clients.ts'
import type { Controls } from './controls.ts'
import { ok, rejection } from './expect.ts'
import type { Place } from './place.ts'
import { showAll } from './show-all.ts'
import type { Suite } from './suite.ts'

/** Printed before the values that must not show their content, so that a runner can check that it captured them. */
export const PRINTED = 'Printed by the runtime itself:'

/** Nothing that can be printed shows a secret or a token. Runners also check the output of the console. */
export function redactionSuite({ test }: Suite, place: Place, { fail }: Controls): void {
  test('auth', 'nothing reveals a secret or a token', async () => {
    const [auth, operate, events] = [signIn(place), openOperate(place), [] as unknown[]]
    const { accessToken } = await auth.token(OPERATE_AUDIENCE)
    const noted = openOperate(place, { auth, onEvent: (event) => void events.push(event) })
    await noted.incidents.search()
    await fail({ kind: 'operate', times: 50, response: 'disconnect' })
    const errors = await Promise.all([
      rejection(noted.incidents.search({}, { retry: false }), 'a call that breaks off'),
      rejection(noted.incidents.search({ siez: 1 } as never), 'a misspelt call'),
      rejection(signIn(place, { clientSecret: 'marker-secret' }).headers(OPERATE_AUDIENCE), 'a refused secret'),
      rejection(openConsole(place).clusters.get('none'), 'a cluster that is not there'),
    ])
    const things = {
      credentials: [cluster(place), organization(place)],
      clients: [auth, operate, noted, openModeler(place)],
      errors,
      events,
    }
    const secrets = [cluster(place), organization(place)].map(({ clientSecret }) => clientSecret.reveal())
    const hidden = [accessToken, 'marker-secret', ...secrets]
    const texts = [JSON.stringify(things), showAll(things), place.inspect?.(things) ?? '']
    for (const error of errors) texts.push(String(error), (error as Error).stack ?? '', JSON.stringify(error))
    for (const text of texts) ok(!hidden.some((secret) => text.includes(secret)), 'no secret and no token in a text')
    console.log(PRINTED, things)
    for (const error of errors) console.error(PRINTED, error)
  })
}
