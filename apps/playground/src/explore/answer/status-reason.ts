/** Reason phrases of RFC 9110 and RFC 6585, which HTTP/2 no longer sends. For others, only the class is shown. */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

const classes = ['', 'Informational', 'Success', 'Redirection', 'Client Error', 'Server Error']

/** Returns a status with its reason: `404 Not Found`. */
export function statusText(status: number): string {
  return `${status} ${reasons[status] ?? classes[Math.floor(status / 100)] ?? ''}`.trim()
}
