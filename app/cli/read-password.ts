import { text } from 'node:stream/consumers';

/** The password that stands on standard input, without the line end: it is in no command line and in no shell history. */
export const readPassword = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');
