/**
 * A file that is made while it is sent: the next piece only when the last one has gone, so that memory stays bounded.
 * @param fileName in ASCII
 */
export function download(pieces: AsyncGenerator<string>, file: { fileName: string; type: string }): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers: headersOf(file) });
}

/**
 * A file that was made as a whole.
 * @param fileName in ASCII
 */
export const downloadBytes = (bytes: Uint8Array, file: { fileName: string; type: string }): Response =>
  new Response(Uint8Array.from(bytes), { headers: headersOf(file) });

const headersOf = (file: { fileName: string; type: string }): Record<string, string> => ({
  'Content-Type': file.type,
  'Content-Disposition': `attachment; filename="${file.fileName}"`,
  'Cache-Control': 'no-store',
});
