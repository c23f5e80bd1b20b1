import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../core/finding.js';
import { groupBy } from '../../core/group-by.js';
import type { Lang } from '../../core/lang.js';
import { getOrMake } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import { fold, foldAccents } from '../../core/text.js';
import { nameOf } from '../../geography/names.js';
import { nodeAt } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import { worstFirst } from '../../reports/data/findings.js';
import { bySeverity } from '../../reports/figures.js';
import { unitFolder } from '../../reports/file-names.js';
import type { ReturnedFile } from '../../reports/return-copy/note.js';
import type { Remark } from '../../reports/return-copy/types.js';
import { type Told, toldOnce, withRows } from '../../reports/told-once.js';
import type { Describe } from '../../reports/types.js';
import { openWorkbook } from '../../spreadsheet/index.js';
import { describer } from '../explain.js';
import { type InputFile, sourceOf } from '../inputs/collect.js';
import { isOwnSheet } from '../inputs/own-output.js';
import type { Run } from '../run.js';
import { sealed } from './folder-mark.js';
import { copyName, freeName, listName, RETURN_NAMES } from './return-names.js';

/** What `validate --return` wrote, for the last line of its report. */
export interface Returned {
  /** Folders, one a unit. */
  readonly folders: number;
  readonly copies: number;
}

/** A submission that goes back. */
interface Returning {
  readonly file: InputFile;
  readonly findings: readonly Finding[];
}

/**
 * Writes the copies to return into a new folder: a folder for each commune (the district or
 * province of a file that covers several), with the copies and a covering note. Files with
 * neither error nor warning, those that a later one has replaced, and copies of others do
 * not go back. The originals are only read.
 */
export async function writeReturns(
  folder: string,
  { summary, files }: Run,
  lang: Lang,
  onFile: (done: number, total: number) => void,
): Promise<Returned> {
  const describe = describer(summary);
  const { letter, nowhere } = RETURN_NAMES[lang];
  const groups = byUnit(summary, files);
  const total = [...groups.values()].reduce((sum, all) => sum + all.length, 0);
  let done = 0;
  for (const [unit, all] of groups) {
    const name = unit === null ? nowhere : unitFolder(unit);
    await mkdir(join(folder, name));
    const names = new Set<string>([letter]);
    const returned: ReturnedFile[] = [];
    for (const one of all) {
      onFile(done++, total);
      returned.push(await writeCopy(join(folder, name), one, names, describe, lang));
    }
    const { coveringNote } = await import('../../reports/return-copy/note.js');
    const options = { unit: unit?.unit.name ?? null, period: summary.period, lang };
    await writeFile(join(folder, name, letter), coveringNote(returned, options));
  }
  await sealed(folder);
  return { folders: groups.size, copies: total };
}

/** Files to return by the commune that sent them, in the order of the communes' codes. */
function byUnit(
  { findings, submissions, tree }: Run['summary'],
  files: readonly InputFile[],
): Map<Node | null, Returning[]> {
  const ofFile = groupBy(findings, (found) => found.place.file);
  const statuses = new Map<string, Set<string>>();
  const units = new Map<string, Node>();
  for (const { file, status, unit } of submissions) {
    getOrMake(statuses, file, () => new Set()).add(status);
    const node = unit === null ? undefined : tree.byCode.get(unit);
    if (node && !units.has(file)) units.set(file, nodeAt(node, 'commune') ?? node);
  }
  const near = unitsOfFolders(units);
  const gone = new Set(['superseded', 'duplicate']);
  const groups = new Map<Node | null, Returning[]>();
  for (const file of files) {
    const own = ofFile.get(file.name) ?? [];
    if (!own.some(({ severity }) => severity !== 'info')) continue;
    if ([...(statuses.get(file.name) ?? [])].every((status) => gone.has(status))) continue;
    const unit = units.get(file.name) ?? near.get(folderOf(file.name)) ?? null;
    getOrMake(groups, unit, () => []).push({ file, findings: own });
  }
  const code = (node: Node | null) => node?.unit.code ?? '';
  return new Map([...groups].sort(([a], [b]) => byCodePoint(code(a), code(b))));
}

/**
 * A file that could not be read belongs to those beside it, where these are of one unit and the
 * folder bears its name: in one of a district, or of a month, it may be anybody's.
 */
function unitsOfFolders(units: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
  const near = new Map<string, Set<Node>>();
  for (const [file, unit] of units)
    if (file.includes('/')) getOrMake(near, folderOf(file), () => new Set()).add(unit);
  const sole = [...near].flatMap(([folder, all]): [string, Node][] => {
    const [unit, ...others] = all;
    return others.length === 0 && bears(folder, unit!) ? [[folder, unit!]] : [];
  });
  return new Map(sole);
}

/** `Xã An Bình/T9/`, `xa-an-binh/`, `99101/`: folders of which one bears the unit's name or code. */
function bears(folder: string, { unit }: Node): boolean {
  const said = lettersOf(folder);
  const { bare, whole } = nameOf(unit);
  return said.includes(lettersOf(/\d/.test(bare) ? whole : bare)) || folder.includes(unit.code);
}

const lettersOf = (text: string) => foldAccents(fold(text)).replace(/[^a-z0-9]/g, '');

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

async function writeCopy(
  folder: string,
  { file, findings }: Returning,
  names: Set<string>,
  describe: Describe,
  lang: Lang,
): Promise<ReturnedFile> {
  const { freshList, returnCopy } = await import('../../reports/return-copy/index.js');
  const told = toldOnce([...findings].sort(worstFirst));
  const remarks = told.map((one) => remarkOf(one, describe, lang));
  const options = { lang, oldList: await oldList(file), created: file.mtime.toISOString() };
  const original = await bytesOf(file);
  const copy = original === null ? null : returnCopy(original, remarks, options);
  const wanted = copy === null ? listName(file.name, lang) : copyName(file.name, lang);
  const name = freeName(wanted, file.name, names);
  await writeFile(join(folder, name), copy ?? freshList(remarks, options));
  const { error, warning } = bySeverity(findings);
  return { name, errors: error, warnings: warning, marked: copy !== null };
}

function remarkOf(found: Told, describe: Describe, lang: Lang): Remark {
  const { message, fix } = describe(found, lang);
  const { sheet, cell, row } = found.place;
  return {
    severity: found.severity,
    code: found.code,
    sheet: sheet ?? '',
    cell: cell ?? '',
    area: found.area ?? '',
    row: row ?? null,
    message: withRows(message, found, lang),
    fix,
  };
}

/** The bytes of a file that was opened; null for one that could not be. */
async function bytesOf(file: InputFile): Promise<Uint8Array | null> {
  if (file.finding !== undefined) return null;
  try {
    const source = await sourceOf(file);
    const bytes = typeof source === 'string' ? await readFile(source) : source.bytes;
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? bytes : null;
  } catch {
    return null;
  }
}

/** Name of the list's sheet in a workbook that was returned before. */
async function oldList(file: InputFile): Promise<string | null> {
  const book = file.finding ? null : await openWorkbook(await sourceOf(file)).catch(() => null);
  if (book === null) return null;
  try {
    for (const sheet of book.sheets) {
      const own = sheet.name !== '' && (await isOwnSheet(sheet, 'list').catch(() => false));
      if (own) return sheet.name;
    }
    return null;
  } finally {
    await book.close();
  }
}
