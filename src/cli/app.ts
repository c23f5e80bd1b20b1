import type { Explanation } from '../app/explain.js';
import type {
  InspectedCells,
  Inspection,
  Lang,
  RollupOptions,
  RollupResult,
  RunOptions,
  ValidateOptions,
  ValidateResult,
} from '../app/types.js';
import type { Describe } from '../reports/types.js';

export type Summary = ValidateResult['summary'];

/** `FILE` as the shell gave it; the config and registry tell forms and units apart. */
export type InspectOptions = Omit<RunOptions, 'inputs' | 'period'> & { readonly file: string };

/** The use cases, each loaded when first called; a test hands in its own. */
export interface App {
  rollup(options: RollupOptions): Promise<RollupResult>;
  validate(options: ValidateOptions): Promise<ValidateResult>;
  inspectFile(options: InspectOptions): Promise<Inspection>;
  inspectSheet(options: InspectOptions & { readonly sheet: string }): Promise<InspectedCells>;
  /** Rules by code or family (`CCDS-R*`), all without one; what is near where there is none. */
  explain(code: string | undefined, lang: Lang): Promise<Explanation>;
  /** Puts the findings of a summary into words. */
  describer(summary: Summary): Promise<Describe>;
}

export const APP: App = {
  rollup: async (options) => (await import('../app/rollup.js')).rollup(options),
  validate: async (options) => (await import('../app/validate.js')).validate(options),
  inspectFile: async (options) => (await import('../app/inspect.js')).inspectFile(options),
  inspectSheet: async (options) => (await import('../app/inspect.js')).inspectSheet(options),
  explain: async (code, lang) => (await import('../app/explain.js')).explain(code, lang),
  describer: async (summary) => (await import('../app/explain.js')).describer(summary),
};
