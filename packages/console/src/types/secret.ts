/** Connector secrets by name, with their values as plain text. */
export type Secrets = Record<string, string>

/** A new connector secret. */
export interface CreateSecretBody {
  /** Unique in the cluster, at most 49 characters. */
  secretName: string
  secretValue: string
}

/** The new value of a connector secret. */
export interface UpdateSecretBody {
  secretValue: string
}
