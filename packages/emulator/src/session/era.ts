/** How users sign in, which changed with Camunda 8.8. */
export interface SessionEra {
  /** Where the form is posted, below the address of Operate. */
  readonly loginPath: string
  readonly logoutPath: string
  readonly cookie: string
  /** Whether user name and password may be part of the address. */
  readonly readsQuery: boolean
  /** Whether the API takes HTTP Basic, too. */
  readonly takesBasic: boolean
}

const UP_TO_8_7: SessionEra = {
  loginPath: '/api/login',
  logoutPath: '/api/logout',
  cookie: 'OPERATE-SESSION',
  readsQuery: true,
  takesBasic: false,
}

const FROM_8_8: SessionEra = {
  loginPath: '/login',
  logoutPath: '/logout',
  cookie: 'camunda-session',
  readsQuery: false,
  takesBasic: true,
}

export const eraOf = (minor: number): SessionEra => (minor < 8 ? UP_TO_8_7 : FROM_8_8)
