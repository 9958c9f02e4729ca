/** The ids of messages to hooks, as the receivers see them. */
import { sql } from 'drizzle-orm'

/** A message that is to be sent: its row, and its id, the same at every attempt. */
export interface OpenDelivery {
  readonly id: number
  readonly message: string
}

/** An id that no other message has: 96 random bits. */
export const NEW_MESSAGE = sql`'msg_' || lower(hex(randomblob(12)))`
