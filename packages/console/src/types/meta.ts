/** Addresses that Camunda's services call from, for the allowlists of your own firewalls. */
export interface IpRanges {
  /** Of Web Modeler. */
  'web-modeler': string[]
}
