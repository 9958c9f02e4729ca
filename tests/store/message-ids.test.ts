/** Messages from before they had ids of their own keep those that receivers have seen. */
import { readdirSync, readFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'

const MIGRATION = '0023_message_ids.sql'

test('a message keeps the id with which it was sent', () => {
  const database = new SQLite(':memory:')
  const apply = (name: string) => database.exec(readFileSync(`migrations/${name}`, 'utf8'))
  for (const name of readdirSync('migrations').sort()) if (name < MIGRATION) apply(name)
  database.exec(`insert into hooks (id, url, filters, secret, cursor, due_at, created_at, updated_at)
    values (1, 'https://desk.example/', '{}', 's', 0, '', '', '');
    insert into deliveries (id, hook_id, type, status, created_at) values (7, 1, 'ping', 'delivered', '')`)
  apply(MIGRATION)
  expect(database.prepare('select message from deliveries').pluck().get()).toBe('msg_7')
})
