/** Makes the page available offline after the first visit, in browsers with service workers. */
export function keepFilesForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the page has loaded: it must not wait for files that it may never need.
  addEventListener('load', () => {
    navigator.serviceWorker.register('./service-worker.js').catch(() => {
      // Private windows of some browsers do not allow it. Then only offline use is missing.
    })
  })
}
