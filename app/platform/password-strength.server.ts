import type { GuessedParts } from '#app/domain/identity/password-rule.ts';
import { COMMON_IN_VIET_NAM } from '#app/domain/identity/known-passwords.ts';

type Check = (password: string, words: string[]) => GuessedParts;
let loaded: Promise<Check> | undefined;

/**
 * So many letters from the beginning are guessed at, with so many ways of writing letters as digits and signs. why bounded: nothing
 * else goes on meanwhile, and the work grows with the third power: 128 signs kept everybody waiting for seconds. What begins with
 * forty letters that nobody guesses is not weaker for what follows.
 */
const LOOKED_AT = 40;
const MOST_SUBSTITUTIONS = 16;

/** why lazily: the lists take some megabytes, and only who chooses a password needs them. */
async function load(): Promise<Check> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...dictionary, vietnam: [...COMMON_IN_VIET_NAM] },
    graphs: adjacencyGraphs,
    maxLength: LOOKED_AT,
    l33tMaxSubstitutions: MOST_SUBSTITUTIONS,
  });
  return (password, words) => {
    const { guesses, sequence } = zxcvbn.check(password, words);
    return {
      guesses,
      parts: sequence.map((match) => ({
        length: [...match.token].length,
        kind:
          match.pattern === 'dictionary'
            ? match['dictionaryName'] === 'userInputs'
              ? 'own'
              : 'common'
            : match.pattern === 'bruteforce' || match.pattern === 'separator'
              ? 'unknown'
              : 'pattern',
      })),
    };
  };
}

/**
 * How many guesses a stranger needs for a password who knows these words of the person, and what it is made of.
 * @param words of the person and the place, such as names; compared without capitals
 */
export async function guessPassword(password: string, words: readonly string[]): Promise<GuessedParts> {
  return (await (loaded ??= load()))(password, [...words]);
}
