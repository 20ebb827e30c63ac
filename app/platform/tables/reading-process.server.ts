import { serveReader } from '../reading/serve-reader.server.ts';
import type { TableFile } from './read-tables.server.ts';
import { sheetsOfFile } from './sheets-of-file.server.ts';

// The whole program of a reading process: nothing of it runs in the server itself.
serveReader((file: TableFile) => sheetsOfFile(file));
