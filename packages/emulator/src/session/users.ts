/** A user of Self-Managed, who signs in with a password. */
export interface EmulatorUser {
  readonly username: string
  readonly password: string
}

/** The users of Self-Managed, with their passwords. */
export interface Users {
  readonly usernames: readonly string[]
  /** Whether there is a user with this password. */
  has(username: string, password: string): boolean
  /** Adds a user, or changes a user's password. */
  set(username: string, password: string): void
  delete(username: string): void
  /** Restores the initial users. */
  reset(): void
}

/** The users of Camunda's own starter configurations. */
const DEMO: readonly EmulatorUser[] = [{ username: 'demo', password: 'demo' }]

/** Checks the option `users`. @throws TypeError that names the member. */
export function createUsers(users: readonly EmulatorUser[] = DEMO): Users {
  for (const [index, { username, password }] of users.entries()) {
    if (typeof username !== 'string' || username === '' || username.includes(':')) {
      throw new TypeError(`users[${index}].username must be text without a colon.`)
    }
    if (typeof password !== 'string' || password === '') throw new TypeError(`users[${index}].password must be text.`)
  }
  const seed = users.map(({ username, password }) => [username, password] as const)
  let passwords = new Map(seed)
  return {
    get usernames() {
      return [...passwords.keys()]
    },
    has: (username, password) => passwords.get(username) === password,
    set: (username, password) => {
      passwords.set(username, password)
    },
    delete: (username) => {
      passwords.delete(username)
    },
    reset: () => {
      passwords = new Map(seed)
    },
  }
}
