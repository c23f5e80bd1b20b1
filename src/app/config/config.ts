import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { memo } from '../../core/memo.js';
import { CUTOFF_DAY } from '../../core/period.js';
import { FORMS } from '../../forms/declared/index.js';
import { type CompiledLayout, compileForms } from '../../forms/header/compile.js';
import type { Field, Form } from '../../forms/types.js';
import { LEVELS } from '../../geography/load.js';
import { BASELINES, INDICATORS } from '../../indicators/index.js';
import type { BaselineKind, Indicator } from '../../indicators/types.js';
import type { Overrides } from '../../rules/index.js';
import type { ReadOptions } from '../../spreadsheet/index.js';
import { isNowhere, systemCode } from '../system/error.js';
import { textOf } from '../system/text-of.js';
import { doubledKeys } from './doubled-keys.js';
import {
  configBad,
  doubledProblem,
  encodingProblem,
  referenceProblem,
  schemaProblems,
  syntaxProblem,
} from './problem.js';
import { brokenReferences } from './references.js';
import type { ConfigFile } from './schema.js';

/** Looked for in the current folder where no --config is given. */
export const CONFIG_NAME = 'ccds.config.json';

/** What a run goes by: the declarations, with what the config adds. */
export interface Config {
  /** The config's own path, as it was given. */
  readonly path: string;
  readonly forms: readonly Form[];
  readonly layouts: readonly CompiledLayout[];
  readonly indicators: readonly Indicator[];
  readonly baselines: readonly BaselineKind[];
  readonly unitAliases: readonly { readonly name: string; readonly code: string }[];
  /** Path of the registry, relative to the config file. */
  readonly registry: string | null;
  /** Levels of units, top first; the contract's without the config's own. */
  readonly levels: readonly string[];
  readonly calendar: 'cutoff' | 'calendar';
  readonly cutoff: number;
  /** What running totals count from. */
  readonly cumulative: 'launch' | 'year';
  /** Working days after a month's last day in which its reports are due. */
  readonly workingDays: number;
  /** Days off, ISO. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked, ISO. */
  readonly makeUpDays: readonly string[];
  readonly letterhead: ConfigFile['letterhead'];
  /** Workbooks open with what is signed selected, so that it prints together. */
  readonly printTogether: boolean;
  /** Date on the page, ISO. */
  readonly date: string | null;
  /** Severities by code or family. */
  readonly severities: Overrides;
  readonly limits: ReadOptions;
}

/**
 * Reads the config, or takes the defaults where there is none.
 * @throws EnvironmentError `config-missing`, `config-unreadable`, `config-bad`
 */
export async function loadConfig(path: string | undefined, cwd: string): Promise<Config> {
  const file = resolve(cwd, path ?? CONFIG_NAME);
  const text = await readConfig(file, path !== undefined);
  const name = path ?? CONFIG_NAME;
  const content = text === null ? {} : await parse(text, name);
  const config = settle(content, name, dirname(file));
  const broken = text === null ? [] : brokenReferences(config, content);
  if (broken.length === 0) return config;
  throw configBad(name, broken.map(referenceProblem));
}

async function readConfig(file: string, wanted: boolean): Promise<string | null> {
  try {
    return await textOf(file);
  } catch (error) {
    const detail = systemCode(error);
    if (!wanted && isNowhere(detail)) return null;
    if (detail === 'ENOENT') throw new EnvironmentError('config-missing', { path: file });
    throw new EnvironmentError('config-unreadable', { path: file, detail });
  }
}

async function parse(text: string, path: string): Promise<ConfigFile> {
  if (text.includes('\ufffd')) throw configBad(path, [encodingProblem(text)]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw configBad(path, [syntaxProblem(text)]);
  }
  const doubled = doubledKeys(text);
  if (doubled.length > 0) throw configBad(path, doubled.map(doubledProblem));
  // Most runs of a few files have no config: they need not wait for the schema to load.
  const { configSchema } = await import('./schema.js');
  const parsed = configSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw configBad(path, schemaProblems(parsed.error, json));
}

function settle(file: ConfigFile, path: string, folder: string): Config {
  return {
    path,
    ...declarations(file),
    baselines: [...BASELINES, ...(file.baselines ?? [])],
    unitAliases: file.aliases?.units ?? [],
    registry: file.registry === undefined ? null : join(folder, file.registry),
    levels: file.levels ?? LEVELS,
    calendar: file.calendar?.kind ?? 'cutoff',
    cutoff: file.calendar?.day ?? CUTOFF_DAY,
    cumulative: file.cumulative ?? 'launch',
    workingDays: file.deadline?.workingDays ?? 2,
    holidays: file.holidays ?? [],
    makeUpDays: file.makeUpDays ?? [],
    letterhead: file.letterhead,
    printTogether: file.workbook?.printTogether ?? true,
    date: file.date ?? null,
    severities: file.severities ?? {},
    limits: (file.limits ?? {}) as ReadOptions,
  };
}

/** Ours are compiled once, whatever number of configs add nothing to them. */
const layoutsOf = memo((forms: readonly Form[]) => compileForms(forms));

function declarations(file: ConfigFile): Pick<Config, 'forms' | 'layouts' | 'indicators'> {
  const adds = file.forms ?? file.fields ?? file.indicators ?? file.aliases?.headers;
  if (adds === undefined)
    return { forms: FORMS, layouts: layoutsOf(FORMS), indicators: INDICATORS };
  const forms = [...FORMS.map((form) => extend(form, file)), ...((file.forms ?? []) as Form[])];
  const indicators = [...INDICATORS, ...((file.indicators ?? []) as Indicator[])];
  return { forms, layouts: compileForms(forms, indicators), indicators };
}

/** A form of ours with the fields and headings that the config adds. */
function extend(form: Form, file: ConfigFile): Form {
  const layouts = (['list', 'tally'] as const).flatMap((name) => {
    const layout = form[name];
    if (layout === undefined) return [];
    const added = (file.fields?.[`${form.id}.${name}`] ?? []) as Field[];
    const fields = [...layout.fields, ...added].map((field) =>
      withAliases(field, form.id, name, file),
    );
    return [[name, { ...layout, fields }] as const];
  });
  return { ...form, ...Object.fromEntries(layouts) };
}

function withAliases(field: Field, form: string, layout: string, file: ConfigFile): Field {
  const headers = file.aliases?.headers ?? {};
  const more = [`${form}.${field.id}`, `${form}.${layout}.${field.id}`].flatMap(
    (key) => headers[key] ?? [],
  );
  return more.length === 0 ? field : { ...field, aliases: [...field.aliases, ...more] };
}
