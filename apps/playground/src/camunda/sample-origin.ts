/** Where the embedded Camunda is, for its own `fetch`: no such host exists. */
export const SAMPLE_ORIGIN = 'http://camunda.localhost'
