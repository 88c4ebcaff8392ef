/** The address of the embedded Camunda for its own `fetch`: no such host exists. */
export const SAMPLE_ORIGIN = 'http://camunda.localhost'
