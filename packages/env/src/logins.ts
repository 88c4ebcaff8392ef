/** What to do where Camunda expects something other than an OAuth client. */
export const LOGINS = 'BASIC, BEARER and COOKIE need createBasicAuth, createBearer and createCookieLogin of @x/auth.'
