/** Where objects lie, as plain data: it is handed to the picture process as well. */
export type StorageSettings =
  | { kind: 'disk'; folder: string }
  | {
      kind: 's3'
      /** `https://host[:port]` */
      endpoint: string
      bucket: string
      region: string
      keyId: string
      secret: string
      /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
      pathStyle: boolean
      /** Asks the store to encrypt at rest (AES256). */
      encrypted: boolean
    }

/** `disk:FOLDER`, or `s3+https://keyId:secret@host/bucket?region=…[&path-style=yes][&encryption=none]`. */
export function storageSettings(text: string): StorageSettings | undefined {
  if (/^disk:.+/.test(text)) return { kind: 'disk', folder: text.slice('disk:'.length) }
  if (!/^s3\+https?:\/\//.test(text) || !URL.canParse(text.slice('s3+'.length))) return undefined
  const { protocol, host, username, password, pathname, searchParams } = new URL(text.slice('s3+'.length))
  const bucket = /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(pathname)?.[1]
  const region = searchParams.get('region')
  if (bucket === undefined || !region || username === '' || password === '') return undefined
  return {
    kind: 's3',
    endpoint: `${protocol}//${host}`,
    bucket,
    region,
    keyId: decodeURIComponent(username),
    secret: decodeURIComponent(password),
    pathStyle: searchParams.get('path-style') === 'yes',
    encrypted: searchParams.get('encryption') !== 'none',
  }
}
