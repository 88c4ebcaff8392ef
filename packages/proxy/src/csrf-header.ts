/**
 * Forms and images of another site cannot send this header, and its scripts only after a preflight, which the proxy
 * never allows. So a request with this header comes from a page of our own origin.
 */
export const CSRF_HEADER = 'x-csrf'
export const CSRF_VALUE = '1'
