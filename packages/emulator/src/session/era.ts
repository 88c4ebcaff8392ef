/** How users sign in, which changed with Camunda 8.8. */
export interface SessionEra {
  /** Where the form is posted, below the address of an application with a login. */
  readonly loginPath: string
  readonly logoutPath: string
  /**
   * The session cookie of each application with its own login. The first one is also used by all other applications.
   */
  readonly cookies: Readonly<Record<string, string>>
  /** Whether user name and password may be query parameters. */
  readonly readsQuery: boolean
  /** Whether the API accepts HTTP Basic, too. */
  readonly takesBasic: boolean
}

const UP_TO_8_7: SessionEra = {
  loginPath: '/api/login',
  logoutPath: '/api/logout',
  cookies: { operate: 'OPERATE-SESSION', tasklist: 'TASKLIST-SESSION' },
  readsQuery: true,
  takesBasic: false,
}

const FROM_8_8: SessionEra = {
  loginPath: '/login',
  logoutPath: '/logout',
  cookies: { operate: 'camunda-session' },
  readsQuery: false,
  takesBasic: true,
}

export const eraOf = (minor: number): SessionEra => (minor < 8 ? UP_TO_8_7 : FROM_8_8)
