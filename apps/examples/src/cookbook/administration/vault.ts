// Replace this with your own secret store.
export const vault = new Map<string, string>()

export async function storeInVault(client: { clientId: string; clientSecret: string }): Promise<void> {
  vault.set(client.clientId, client.clientSecret)
}
