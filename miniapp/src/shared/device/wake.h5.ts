/** Tells when the page comes to the front and when it leaves it. */
export const onFront = (tell: (inFront: boolean) => void) => {
  document.addEventListener('visibilitychange', () => tell(document.visibilityState === 'visible'))
}

/** Tells when there is a network again. Taro's own listens to `navigator.connection`, which Safari does not have. */
export const onNetworkBack = (tell: () => void) => window.addEventListener('online', tell)
