import type { CloseOptions, CloseResult } from '../app/close.js';
import type { Explanation } from '../app/explain.js';
import type { InitOptions, InitResult } from '../app/init.js';
import type { StatusResult } from '../app/status.js';
import type { TraceOptions } from '../app/trace.js';
import type {
  InspectedCells,
  Inspection,
  RollupOptions,
  RollupResult,
  RunOptions,
  TemplateOptions,
  TemplateResult,
  ValidateOptions,
  ValidateResult,
} from '../app/types.js';
import type {
  ImportedUnits,
  RegistryCheck,
  Suggestions,
  TreeDiff,
  UnitsOptions,
  UnitTree,
} from '../app/units/types.js';
import type { Lang } from '../core/lang.js';
import type { TracedFigure } from '../reports/trace-text.js';
import type { Describe } from '../reports/types.js';

/** What a run came to, without the paths it was written to. */
export type Summary = ValidateResult['summary'];

/** `FILE` as the shell gave it; the config and registry tell forms and units apart. */
export type InspectOptions = Omit<RunOptions, 'inputs' | 'period'> & { readonly file: string };

/** The use cases over the registry. */
export interface UnitsApp {
  checkUnits(options: UnitsOptions): Promise<RegistryCheck>;
  listUnits(options: UnitsOptions): Promise<UnitTree>;
  diffUnits(options: UnitsOptions, from: string, to: string): Promise<TreeDiff>;
  importUnits(
    options: UnitsOptions,
    file: string,
    provinces: readonly string[],
  ): Promise<ImportedUnits>;
  suggestUnits(options: UnitsOptions): Promise<Suggestions>;
  hamletsFromSheets(options: UnitsOptions): Promise<Suggestions>;
  writeResult(
    path: string,
    text: string,
    options: { readonly cwd: string; readonly force: boolean },
  ): Promise<void>;
}

const units = () => import('../app/units/index.js');

const UNITS: UnitsApp = {
  checkUnits: async (options) => (await units()).checkUnits(options),
  listUnits: async (options) => (await units()).listUnits(options),
  diffUnits: async (options, from, to) => (await units()).diffUnits(options, from, to),
  importUnits: async (options, file, provinces) =>
    (await units()).importUnits(options, file, provinces),
  suggestUnits: async (options) => (await units()).suggestUnits(options),
  hamletsFromSheets: async (options) => (await units()).hamletsFromSheets(options),
  writeResult: async (path, text, options) => (await units()).writeResult(path, text, options),
};

/** The use cases, each loaded when first called; a test hands in its own. */
export interface App {
  readonly units: UnitsApp;
  rollup(options: RollupOptions): Promise<RollupResult>;
  validate(options: ValidateOptions): Promise<ValidateResult>;
  template(options: TemplateOptions): Promise<TemplateResult>;
  init(options: InitOptions): Promise<InitResult>;
  status(options: RunOptions): Promise<StatusResult>;
  close(options: CloseOptions): Promise<CloseResult>;
  trace(options: TraceOptions): Promise<TracedFigure>;
  inspectFile(options: InspectOptions): Promise<Inspection>;
  inspectSheet(options: InspectOptions & { readonly sheet: string }): Promise<InspectedCells>;
  /** Rules by code or family (`CCDS-R*`), all without one; what is near where there is none. */
  explain(code: string | undefined, lang: Lang): Promise<Explanation>;
  /** Puts the findings of a summary into words. */
  describer(summary: Summary): Promise<Describe>;
}

/** The use cases, each loaded where it is called for: a command waits for no other's code. */
export const APP: App = {
  units: UNITS,
  rollup: async (options) => (await import('../app/rollup.js')).rollup(options),
  validate: async (options) => (await import('../app/validate.js')).validate(options),
  template: async (options) => (await import('../app/template.js')).template(options),
  init: async (options) => (await import('../app/init.js')).init(options),
  status: async (options) => (await import('../app/status.js')).status(options),
  close: async (options) => (await import('../app/close.js')).close(options),
  trace: async (options) => (await import('../app/trace.js')).trace(options),
  inspectFile: async (options) => (await import('../app/inspect.js')).inspectFile(options),
  inspectSheet: async (options) => (await import('../app/inspect.js')).inspectSheet(options),
  explain: async (code, lang) => (await import('../app/explain.js')).explain(code, lang),
  describer: async (summary) => (await import('../app/explain.js')).describer(summary),
};
