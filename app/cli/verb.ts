import type { ParseArgsConfig } from 'node:util';

/** What a verb receives: the options it declared, and where its words go. */
export interface VerbInput {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Prints a result: the sentence for people, or the data for programs when --json was given. */
  print(sentence: string, data: Readonly<Record<string, unknown>>): void;
}

/** A command of the application. */
export interface Verb {
  readonly summary: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** @returns whether it went well; a thrown error counts as not, and its message is printed */
  run(input: VerbInput): Promise<boolean>;
}
