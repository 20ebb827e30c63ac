import type { Difficulty, ItemBody } from '../items/item.ts';

/** Formats of files that items come from and go to. */
export const FORMATS = ['xlsx', 'docx', 'csv', 'gift', 'aiken', 'moodle', 'qti21', 'qti3', 'yaml'] as const;
export type Format = (typeof FORMATS)[number];

/** Where in a file something stands; every part that the format has, counted from 1 as people count. */
export interface FilePlace {
  /** The file within a package, where the upload is a package. */
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  /** As the sheet names it: "A", "B", … */
  readonly column?: string | undefined;
  readonly line?: number | undefined;
  /** Which question of the file. */
  readonly question?: number | undefined;
}

/** Something that a person should know about the reading or writing of a file. */
export interface FileNote {
  /** error: the item cannot be taken; warning: it is taken, and this should be looked at; loss: something was left behind. */
  readonly level: 'error' | 'warning' | 'loss';
  /** Names the sentence in text/exchange.ts. */
  readonly code: string;
  readonly at: FilePlace;
  /** What the sentence names: a word of the file, a number. Short. */
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** Where an item belongs as the file says it; names are resolved against the topics and lessons that there are. */
export interface ParsedPlace {
  /** A slug, a title or a category path; empty where the file says nothing. */
  readonly topic: string;
  readonly lesson: string;
  readonly difficulty: Difficulty | undefined;
  readonly tags: readonly string[];
}

/** One question of a file. Images are named in Markdown as ![alt](media:<sha256 of the bytes>), their bytes are in the file's media. */
export interface ParsedItem {
  /** The id that the file gives: the same id in another file is the same item. Empty where it gives none. */
  readonly externalId: string;
  readonly place: ParsedPlace;
  readonly body: ItemBody;
  readonly contested: boolean;
  readonly at: FilePlace;
  /** Notes of this item; one with an error is not taken. */
  readonly notes: readonly FileNote[];
}

/** What was read from one upload. */
export interface ParsedFile {
  readonly format: Format;
  readonly items: readonly ParsedItem[];
  /** Notes of the whole file, and of questions that are no items (an essay, a description). */
  readonly notes: readonly FileNote[];
  /** Bytes of images by SHA-256 in hex, as they were in the file. */
  readonly media: ReadonlyMap<string, ParsedMedia>;
}

export interface ParsedMedia {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An item on its way out. */
export interface OutgoingItem {
  readonly id: string;
  readonly place: ParsedPlace;
  readonly body: ItemBody;
  readonly contested: boolean;
}

/** What a format wrote, and what it could not carry. */
export interface WrittenFile {
  /** Without folder, with extension. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly losses: readonly FileNote[];
}

/** Why a file is refused as a whole: it is not read, or not to its end, and nothing of it is kept. */
export type FileRefusalCode =
  | 'unknown-format'
  | 'not-that-format'
  | 'file-empty'
  | 'file-too-large'
  | 'too-many-items'
  | 'broken-encoding'
  | 'broken-archive'
  | 'archive-too-large'
  | 'archive-path-outside'
  | 'archive-encrypted'
  | 'has-macros'
  | 'has-doctype'
  | 'broken-xml'
  | 'broken-file'
  | 'table-without-heads'
  | 'takes-too-long';

export interface FileRefusal {
  readonly code: FileRefusalCode;
  readonly at?: FilePlace | undefined;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** An upload as it came. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
