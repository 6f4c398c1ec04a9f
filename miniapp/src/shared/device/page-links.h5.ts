/**
 * Taro's tab bar of the web is made of links to `javascript:`, which a page that forbids inline scripts reports as an attack. The taps
 * themselves are handled by Taro; only the link must not be followed.
 */
export const tamePageLinks = () => {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="javascript:"]') : null
      if (link) event.preventDefault()
    },
    true,
  )
}
