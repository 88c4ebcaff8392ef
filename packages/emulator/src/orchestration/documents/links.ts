/** The first segment of the path of a link, below the API's address. */
export const LINKS = '/document-links/'
