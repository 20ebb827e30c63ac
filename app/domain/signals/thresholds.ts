import { DAY, HOUR, MINUTE } from '../kernel/time.ts';

/**
 * Every number that decides whether there is a signal, in one place; the page of signals shows them. They are chosen so that
 * honest rounds give hardly any (tests/unit/domain/signals-simulation.test.ts), and no number decides about a person.
 */
export const THRESHOLDS = {
  speed: {
    /**
     * Nobody reads and chooses faster than this, syllables a second. Vietnamese is spoken at 5.22 a second (Pellegrino, Coupé
     * and Marsico 2011, "A cross-language perspective on speech information rate", Language 87 (3)); silent reading of other
     * languages is some 1.4 times as fast as speech (Brysbaert 2019, "How many words do we read per minute?", Journal of Memory
     * and Language 109). Ten is nearly twice the speed of speech.
     */
    syllablesPerSecond: 10,
    /** To choose and to press, seconds a question. */
    choosingSeconds: 0.5,
    /** Told only from this share of the marks on: who presses blindly is fast too, and earns nothing by it. */
    leastShare: 0.8,
    /** Told only when it took less than this share of the shortest honest time. */
    mostOfNeeded: 0.5,
    /** Told only when so few of those with as high a share were as fast: where everybody is, it is the round and not a person. */
    mostAsFast: 0.02,
  },
  sameAnswers: {
    /** Two attempts of a unit are compared when they ended within this time of one another. */
    within: HOUR,
    /** With so many of those before it an attempt is compared, so that large units cost no more than their size. */
    neighbours: 400,
    /** Told only with so many questions that both had. */
    leastCommon: 8,
    /** Told only with so many equal wrong answers: right answers are equal among all who know them. */
    leastSameWrong: 3,
    /** An equal wrong answer weighs as much as so many equal right ones. */
    wrongWeight: 3,
    /** Pairs that agree less than so many standard deviations above what is expected are passed by without computing further. */
    leastDeviation: 3.5,
    /** However few pairs were compared, one that is likelier than this is not told. */
    mostChance: 1e-4,
    /**
     * Of the pairs that are told, the share that chance alone would give, over all pairs of the round that were looked at
     * (Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57 (1)): one wholly honest round in twenty
     * tells of a pair.
     */
    falseShare: 0.05,
  },
  jump: {
    /** Attempts before and after the moment that are compared at most, and at least. */
    mostAround: 150,
    leastAround: 30,
    /** The share of right answers rises by so much. */
    leastRise: 0.15,
    /** The time falls to this share or less. */
    mostOfTime: 0.8,
    /** The time falls by so many standard errors. */
    leastTimeErrors: 3,
    /** Moments that chance alone would give in a whole round, over all questions, units and moments that were looked at. */
    jumpsByChance: 0.001,
    /** A round is cut into so many lengths of time for a question, and so many for a unit. */
    bins: 192,
    unitBins: 48,
    shortestBin: 5 * MINUTE,
  },
  manyAccounts: {
    /** Accounts on one device in one round. */
    leastAccounts: 4,
    /** The next account starts so soon after the one before was over: too soon to change seats. */
    hastyGap: 60_000,
  },
  distantNetworks: {
    /** Times of two networks of one attempt lie within one another by so much: it went there and back. */
    leastOverlap: 30_000,
  },
  /** Of each kind and round at most so many are kept, the strongest. */
  mostOfKind: 200,
  /** How long who is asked has time to answer before it may be upheld. */
  hearing: 3 * DAY,
} as const;
