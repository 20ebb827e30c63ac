import type { XmlElement } from '#app/platform/xml.server.ts';
import type { Frame } from '../shared/bodies.ts';
import type { NoteList } from '../shared/notes.ts';
import type { Scoring } from './qti-scoring.server.ts';
import type { Declaration } from './qti-tree.server.ts';

/** One item with the one interaction that it has. */
export interface QtiQuestion {
  readonly item: XmlElement;
  readonly interaction: XmlElement;
  readonly identifier: string;
  readonly declaration: Declaration;
  readonly scoring: Scoring;
  readonly frame: Frame;
  /** Of a number, where one stands behind its field. */
  readonly unit: string;
  readonly notes: NoteList;
  /** What is said to whoever chose the option, by its identifier. */
  readonly rationaleOf: (choice: XmlElement) => string;
  readonly markdown: (element: XmlElement) => string;
}
