/** Tells the height in px by which the on-screen keyboard covers the page. Returns the end of listening. */
export const watchKeyboard = (tell: (height: number) => void) => {
  const viewport = typeof window === 'undefined' ? null : window.visualViewport
  if (!viewport) return () => undefined
  const measure = () => {
    const covered = window.innerHeight - viewport.height - viewport.offsetTop
    // a page zoomed in with two fingers also shows less: that is no keyboard
    tell(viewport.scale > 1.05 || covered < 80 ? 0 : Math.round(covered))
  }
  viewport.addEventListener('resize', measure)
  return () => viewport.removeEventListener('resize', measure)
}
