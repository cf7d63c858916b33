export const APP_ORIGIN = 'app://loket'

/** Node's URL gives schemes it does not know the origin "null", so scheme and host are compared. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}` === APP_ORIGIN
}
