import type { ParseArgsConfig } from 'node:util';

/** What a verb receives: the options it declared, and where its words go. */
export interface VerbInput {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** What stood there without a name: file names. */
  readonly operands: readonly string[];
  /** Prints a result: the sentence for people, or the data for programs when --json was given. */
  print(sentence: string, data: Readonly<Record<string, unknown>>): void;
}

/** The command was called wrongly; the message says how it is called. */
export class UsageError extends Error {}

/** A command of the application. */
export interface Verb {
  readonly summary: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Whether words without a name may follow: file names. */
  readonly takesOperands?: boolean;
  /** @returns whether it went well; a thrown error counts as not, and its message is printed */
  run(input: VerbInput): Promise<boolean>;
}
