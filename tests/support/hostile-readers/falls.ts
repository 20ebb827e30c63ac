import { serveReader } from '#app/platform/reading/serve-reader.server.ts';

// A reader with a fault of its own, whose message quotes the file.
serveReader(() => {
  throw new Error('đáp án là B');
});
