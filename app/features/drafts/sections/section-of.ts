import { boards } from './boards.schema.ts';
import { entry } from './entry.schema.ts';
import { general } from './general.schema.ts';
import { papers } from './papers.schema.ts';
import { prediction } from './prediction.schema.ts';
import { ranking } from './ranking.schema.ts';
import { rounds } from './rounds.schema.ts';
import { scoring } from './scoring.schema.ts';
import type { Section, SectionName } from './section.ts';

/** Every section by its name. */
const SECTIONS = { general, rounds, papers, scoring, prediction, ranking, entry, boards };

/** The section of that name; what its schema gives is what its write takes. */
export const sectionOf = (name: SectionName): Section => SECTIONS[name];
