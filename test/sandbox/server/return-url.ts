/** Where a page leads back to: pages of this machine only; undefined for anything else. */
export function returnUrl(text: string | undefined): URL | undefined {
  if (!text || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return local && ['http:', 'https:'].includes(url.protocol) ? url : undefined
}
