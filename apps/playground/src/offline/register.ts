/** Lets the page open without a network from the second time on; a browser without service workers does without. */
export function keepFilesForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the page is there: it must not wait for files that it may never need.
  addEventListener('load', () => {
    navigator.serviceWorker.register('./service-worker.js').catch(() => {
      // Private windows of some browsers refuse. Nothing is lost but the reload without a network.
    })
  })
}
