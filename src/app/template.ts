import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '../core/errors.js';
import type { Lang } from '../core/lang.js';
import { memo } from '../core/memo.js';
import { lastDay, type Month, type Period } from '../core/period.js';
import { periodName } from '../core/period-words.js';
import { foldAccents } from '../core/text.js';
import { UNIT_KINDS } from '../core/unit-kinds.js';
import { unitLevel } from '../forms/header/unit-columns.js';
import type { Field, Form, LayoutName } from '../forms/types.js';
import { hasRareType, nameOf } from '../geography/names.js';
import { ancestors, descendantsAt, hamletsOf, treeAsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';
import { unitFolder } from '../reports/file-names.js';
import { OUTPUT_MARK } from '../reports/own-sheets.js';
import type { TemplateBook, TemplateColumn, TemplateForm } from '../reports/template/index.js';
import { headingName } from '../reports/unit-names.js';
import { unitWords } from '../reports/unit-words.js';
import { askedPeriod } from './asked.js';
import { type Config, loadConfig } from './config/config.js';
import { replaceFolder } from './output/folder.js';
import { isUntouched, sealed } from './output/folder-mark.js';
import { TEMPLATE_MARK, templateVersion } from './reading/template-version.js';
import { readRegistry } from './registry.js';
import type { TemplateOptions, TemplateResult } from './types.js';
import { wantedUnit } from './wanted-unit.js';
import { newestMonth, type Workspace, withWorkspace } from './workspace/workspace.js';

/** One workbook to be made. */
interface Order {
  readonly unit: Node;
  /** From the output folder. */
  readonly path: string;
}

/**
 * Makes blank workbooks for the units of a registry, whole or not at all.
 * @throws EnvironmentError
 */
export async function template(given: TemplateOptions): Promise<TemplateResult> {
  const { options, workspace } = await withWorkspace(given);
  const config = await loadConfig(options.config, options.cwd);
  const period = askedPeriod(options.period ?? (await periodOf(workspace)));
  const registryPath = options.registry ?? config.registry;
  if (registryPath === null || registryPath === undefined)
    throw new EnvironmentError('registry-missing', { path: '' });
  const { registry } = await readRegistry(registryPath, options.cwd, config);
  const tree = treeAsOf(registry, lastDay(period, config.calendar, config.cutoff));
  const by = options.by ?? (options.layout === 'list' ? 'hamlet' : 'commune');
  const one = options.unit === undefined ? null : wantedUnit(tree, registry, options.unit);
  const orders = ordersFor(one === null ? tree.roots : [one], by, period);
  const own = join(workspace?.root ?? '', 'mau', folderOf(period, one));
  const out = resolve(options.cwd, options.out ?? own);
  const write = (folder: string) => writeAll(folder, orders, { config, period, options });
  await replaceFolder(out, write, {
    force: options.force ?? false,
    isOwn: isUntouched,
    protect: ['.', registryPath, options.config].flatMap((path) =>
      path === undefined ? [] : [resolve(options.cwd, path)],
    ),
    ...(options.signal && { signal: options.signal }),
  });
  return { out, books: orders.length };
}

/** Those of one unit have a folder of their own: they do not take the place of all the others'. */
function folderOf(period: Period, unit: Node | null): string {
  return unit === null ? period : `${period}_${unitFolder(unit)}`;
}

/** Where no period was asked for: the workspace's newest month. */
async function periodOf(workspace: Workspace | null): Promise<Month> {
  if (workspace !== null) return newestMonth(workspace);
  throw new EnvironmentError('period-needed', { found: '' });
}

/** A workbook for each commune, or for each hamlet, in a folder of what is above it. */
function ordersFor(units: readonly Node[], by: 'hamlet' | 'commune', period: Period): Order[] {
  const all = units.flatMap((unit) =>
    by === 'hamlet'
      ? hamletsOf(unit)
      : unit.unit.level === 'hamlet'
        ? ancestors(unit).slice(0, 1)
        : descendantsAt(unit, 'commune'),
  );
  return all.map((unit) => {
    // The period in front: behind `phuong-5` it would be read as a date.
    const name = `${folderOf(period, unit)}.xlsx`;
    const above = unit.parent;
    const folder = above === null || above.unit.level === 'province' ? '' : unitFolder(above);
    return { unit, path: join(folder, name) };
  });
}

interface Making {
  readonly config: Config;
  readonly period: Period;
  readonly options: TemplateOptions;
}

async function writeAll(folder: string, orders: readonly Order[], making: Making): Promise<void> {
  const { templateWorkbook } = await import('../reports/template/index.js');
  const { onProgress, signal } = making.options;
  for (const [done, { unit, path }] of orders.entries()) {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    onProgress?.({ phase: 'writing', done, total: orders.length });
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), templateWorkbook(bookOf(unit, making)));
  }
  await sealed(folder);
}

/** What the template of a unit holds. */
function bookOf(unit: Node, { config, period, options }: Making): TemplateBook {
  const layout = options.layout ?? 'tally';
  const isHamlet = unit.unit.level === 'hamlet';
  const version = templateVersion(config.forms, layout);
  const asksHamlet = layout === 'tally' || !isHamlet;
  const { lang } = options;
  const hamlet = asksHamlet ? hamletColumn(unit, lang) : null;
  return {
    lang,
    layout,
    forms: config.forms.flatMap((form) => asTemplate(form, layout, lang, hamlet)),
    lines: [`Kỳ báo cáo: ${periodName(period, 'vi')}`, ...placeLines(unit)],
    unit: [unit, ...ancestors(unit)]
      .map(({ unit: { name } }) => headingName(name, lang))
      .join(', '),
    period: periodName(period, lang),
    lastDay: lastDay(period, config.calendar, config.cutoff),
    hamlets: asksHamlet ? hamletsOf(unit).map(({ unit: { name } }) => name) : [],
    marks: { [OUTPUT_MARK]: 'template', [TEMPLATE_MARK]: `${layout} ${version}` },
    version,
  };
}

function asTemplate(
  form: Form,
  layout: LayoutName,
  lang: Lang,
  hamlet: TemplateColumn | null,
): TemplateForm[] {
  const declared = form[layout];
  if (declared === undefined) return [];
  const visits = layout === 'list' ? form.list?.identity?.visits : undefined;
  const columns = declared.fields.map((field) => asColumn(field, visits, lang));
  const title = { title: form.label.vi, meaning: form.label[lang] };
  return [{ ...title, columns: hamlet === null ? columns : [hamlet, ...columns] }];
}

/** The column of hamlets, headed by what they are called in the unit's province: `Thôn/Buôn`. */
function hamletColumn(unit: Node, lang: Lang): TemplateColumn {
  const heading = hamletHeading([unit, ...ancestors(unit)].at(-1)!);
  return {
    heading,
    meaning: { vi: heading, en: 'Hamlet' }[lang],
    type: 'hamlet',
    required: true,
    suggestions: [],
    inPeriod: false,
  };
}

const hamletHeading = memo((province: Node): string => {
  // What heads no column of hamlets by itself (`Khu vực`, `Tổ`) is left out: the law's own words are read.
  const own = (unitWords([province], 'vi').hamlet ?? '').split(', ');
  const read = own.filter((word) => unitLevel(foldAccents(word)) === HAMLET);
  const words = read.length === 0 ? ['thôn', 'tổ dân phố'] : read;
  return words.map((word) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)).join('/');
});

function asColumn(field: Field, visits: string | undefined, lang: Lang): TemplateColumn {
  return {
    heading: field.label.vi,
    meaning: field.label[lang],
    type: field.type,
    required: field.required ?? false,
    suggestions: field.suggestions ?? [],
    inPeriod: field.id === visits,
  };
}

const TYPE = new RegExp(`^(${UNIT_KINDS})\\s+(?=\\S)`, 'iu');

/** `Huyện: Ngọc Hiển`, `Xã: Tân Ân`: labelled, as the lines above a table are read. */
function placeLines(unit: Node): string[] {
  return [...ancestors(unit)]
    .reverse()
    .concat(unit)
    .filter(({ unit: { level } }) => level !== 'province')
    .map(({ unit }) => {
      const { name, level } = unit;
      const type = TYPE.exec(name);
      const word = type?.[1] ?? (hasRareType(nameOf(unit)) ? UNIT : (LEVEL_WORDS[level] ?? UNIT));
      return `${word}: ${name.slice(type?.[0].length ?? 0)}`;
    });
}

const UNIT = 'Đơn vị';
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  district: 'Huyện',
  commune: 'Xã',
  hamlet: 'Ấp',
};
