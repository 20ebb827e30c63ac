/** Languages of the interface. Vietnamese comes first; content stays Vietnamese. */
export type Locale = 'vi' | 'en';

type Leaf = string | ((...args: never[]) => string);
interface Tree {
  readonly [key: string]: Leaf | Tree;
}

/** The same keys and the same arguments, other words. */
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>;
};

export type Text<T> = Readonly<Record<Locale, SameShape<T>>>;

/** One area of the text catalogue. A key that one language lacks is a type error, so nothing can be missing on a screen. */
export const defineText = <const T extends Tree>(vi: T, en: SameShape<T>): Text<T> => ({
  vi: vi as unknown as SameShape<T>,
  en,
});
