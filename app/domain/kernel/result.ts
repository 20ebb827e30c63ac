/** What a decision gives: a value, or the reason why not. Expected failures are values. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** The decision went through with this value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** The decision is no, for this reason. */
export const refuse = <const E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
