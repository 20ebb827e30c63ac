import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { refusalText } from '#app/text/refusals.ts';

export { noteSentence, placeWords, refusalSentence } from '#app/text/file-notes.ts';

/** Why an act was refused, in Vietnamese: for the command line, which has no catalogue of its own. */
export const actSentence = (code: RefusalCode): string => refusalText.vi[code];
