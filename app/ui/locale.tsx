import { createContext, useContext } from 'react';
import type { Locale, Text } from '#app/text/define-text.ts';

const LocaleContext = createContext<Locale>('vi');

export const LocaleProvider = LocaleContext.Provider;

/** The language of this page. */
export const useLocale = (): Locale => useContext(LocaleContext);

/** The words of one area of the catalogue, in the language of this page. */
export const useText = <T,>(text: Text<T>): Text<T>[Locale] => text[useLocale()];
