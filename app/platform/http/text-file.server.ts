/** A text to download under a name; kept by no cache. @param name lower-case words and hyphens, with the ending */
export const textFile = (name: string, text: string, type: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replaceAll(/[^a-z0-9.-]/gu, '-')}"`,
      'Cache-Control': 'no-store',
    },
  });
