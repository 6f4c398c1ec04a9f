import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

export type Storage = Database.Database

const tables = `
create table if not exists record (
  record_no text primary key, application_id text not null unique, campaign text not null, state text not null,
  revision integer not null, content text not null, submitted_at text not null, updated_at text not null
);
create table if not exists entry (
  id integer primary key autoincrement, record_no text not null, at text not null, revision integer not null,
  side text not null, type text not null, detail text not null
);
create table if not exists document (
  record_no text not null, id text not null, media_type text not null, sha256 text not null, content blob not null,
  primary key (record_no, id)
);
create table if not exists change (
  seq integer primary key autoincrement, record_no text, revision integer, type text not null, at text not null,
  reasons text not null, data text not null
);
create table if not exists idempotency (key text primary key, fingerprint text not null, status integer not null, body text not null);
create table if not exists nonce (key_id text not null, nonce text not null, at integer not null, primary key (key_id, nonce));
create table if not exists unit_list (id integer primary key autoincrement, unit text not null, at text not null, body text not null);
create table if not exists reference (campaign text primary key, body text not null);
`

/** The office's own file; without one it lives in memory. */
export function openStorage(file?: string): Storage {
  if (file) mkdirSync(dirname(file), { recursive: true })
  const storage = new Database(file ?? ':memory:')
  storage.pragma('journal_mode = WAL')
  storage.exec(tables)
  return storage
}
