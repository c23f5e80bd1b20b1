/** The languages in which a person can read the results; the first where none is asked for. */
export const LANGS = ['vi', 'en'] as const;
/** Language of what people read; machine files are in English, whatever it is. */
export type Lang = (typeof LANGS)[number];

/** One in each language: the compiler names what a new language lacks. */
export type InLangs<T = string> = Readonly<Record<Lang, T>>;
