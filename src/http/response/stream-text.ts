/** Text as a stream of bytes, made as it is read. */

/**
 * The bytes of texts: the next is asked for when the one before it was taken. A failure of `texts` breaks the stream off, so that no
 * reader takes what came for the whole, and is logged.
 */
export function streamOf(texts: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await texts.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        } catch (error) {
          console.error(error)
          controller.error(error)
        }
      },
      async cancel() {
        await texts.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
