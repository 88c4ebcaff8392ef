/** A user of an installation, who signs in with a password. */
export interface EmulatorUser {
  readonly username: string
  readonly password: string
}

/** Whether there is a user with this password. */
export type Users = (username: string, password: string) => boolean

/** The users that Camunda's own starters have. */
const DEMO: readonly EmulatorUser[] = [{ username: 'demo', password: 'demo' }]

/** The option `users`, checked. @throws TypeError that names the member. */
export function createUsers(users: readonly EmulatorUser[] = DEMO): Users {
  const passwords = new Map<string, string>()
  for (const [index, { username, password }] of users.entries()) {
    if (typeof username !== 'string' || username === '' || username.includes(':')) {
      throw new TypeError(`users[${index}].username must be text without a colon.`)
    }
    if (typeof password !== 'string' || password === '') throw new TypeError(`users[${index}].password must be text.`)
    passwords.set(username, password)
  }
  return (username, password) => passwords.get(username) === password
}
