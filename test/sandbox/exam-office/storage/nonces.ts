import { type Storage } from './open-storage'

export class Nonces {
  constructor(private readonly storage: Storage) {}

  /** false where it was taken before. Those older than `forgetBefore` are outside the time window anyway. */
  take(keyId: string, nonce: string, now: number, forgetBefore: number): boolean {
    this.storage.prepare('delete from nonce where at < ?').run(Math.floor(forgetBefore))
    const taken = this.storage
      .prepare('insert into nonce (key_id, nonce, at) values (?, ?, ?) on conflict do nothing')
      .run(keyId, nonce, Math.floor(now))
    return taken.changes === 1
  }
}
