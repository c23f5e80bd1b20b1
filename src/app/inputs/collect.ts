import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { append } from '../../core/append.js';
import { extensionOf } from '../../core/file-name.js';
import { type Finding, finding } from '../../core/finding.js';
import { byCodePoint } from '../../core/order.js';
import { expandArchive } from './archive.js';
import { type Candidate, problem } from './candidate.js';
import { lookInto } from './look.js';
import { missingInput } from './missing-input.js';
import { distinctNames, shownName } from './names.js';
import { hasMark, MARK_FILE } from './result-mark.js';
import { classOf, type LeftOutReason } from './triage.js';
import {
  addFile,
  addFolder,
  countLeftOut,
  type FoundFile,
  followLinks,
  newSearch,
  type Search,
  type Stamp,
} from './walk.js';
import { readMember, type ZipMember } from './zip.js';

/** A submission as it was found. Plain data: it can be handed to a worker. */
export interface InputFile {
  /** Path from the INPUT folder, with `/`, in NFC; the bare name of a file argument. */
  readonly name: string;
  /**
   * Names of the folders that it lies in, from the INPUT folder itself (of a file argument, its
   * own) down, or from the first that `name` has in front; an archive is one.
   */
  readonly folders: readonly string[];
  /** On the disk; the archive's for a member of one. */
  readonly path: string;
  /** In bytes, inflated. */
  readonly size: number;
  /** When it was saved, as the file system or the archive has it. */
  readonly mtime: Date;
  readonly member?: ZipMember;
  /** Of the file, or of the archive that it is a member of. */
  readonly stamp?: Stamp;
  /**
   * Not to be opened: this finding says why. `CCDS-F06` (a picture, PDF, …) is ignored with
   * a warning; the others are errors, and the file is rejected.
   */
  readonly finding?: Finding;
}

/** All that lies in the INPUTs. */
export interface Collected {
  /** In the code-point order of their names. */
  readonly files: readonly InputFile[];
  /** Files left out without being opened, by `LeftOutReason`. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/**
 * Finds the submissions among the INPUTs (files and folders, searched in depth), opens
 * `.zip` one level deep, and tells by name what is none.
 * @param options `exclude`: the run's own output folder, left out even where it has no mark;
 *   `settings`: files of the registry and the config, which lie among the reports where an INPUT is the
 *   folder above them all
 * @throws EnvironmentError `input-missing`
 */
export async function collectInputs(
  inputs: readonly string[],
  cwd: string,
  {
    exclude,
    settings = [],
  }: { readonly exclude?: string; readonly settings?: readonly string[] } = {},
): Promise<Collected> {
  const known = new Set(await Promise.all(settings.map(realOf)));
  const search = newSearch(exclude ? await realOf(exclude) : null, known);
  for (const input of await realInputs(inputs, cwd)) await addInput(search, input);
  await followLinks(search);
  const candidates: Candidate[] = [];
  for (const file of search.found) append(candidates, await triaged(search, file));
  return {
    files: named(candidates.sort(byPath)),
    leftOut: Object.fromEntries([...search.leftOut].sort()),
  };
}

/** What `openWorkbook` takes: a path, or the bytes of an archive's member. */
export async function sourceOf(
  file: InputFile,
): Promise<string | { readonly name: string; readonly bytes: Uint8Array }> {
  if (!file.member) return file.path;
  return { name: file.name, bytes: await readMember(file.path, file.member, file.size) };
}

interface Input {
  readonly given: string;
  readonly real: string;
}

/** Ordered by real path: an outer folder before an inner one, in whatever order given. */
async function realInputs(inputs: readonly string[], cwd: string): Promise<Input[]> {
  const found: Input[] = [];
  for (const input of inputs) {
    // As of a variable that is not set: resolved it would be the current folder.
    if (input === '') throw await missingInput(input, cwd);
    try {
      const given = resolve(cwd, input);
      found.push({ given, real: await realpath(given) });
    } catch {
      throw await missingInput(input, cwd, inputs);
    }
  }
  return found.sort((a, b) => byCodePoint(a.real, b.real));
}

async function addInput(search: Search, { given, real }: Input): Promise<void> {
  const info = await stat(real);
  if (info.isDirectory()) await addFolder(search, real, '', real);
  else addFile(search, given, real, info);
}

async function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function triaged(search: Search, file: FoundFile): Promise<Candidate[]> {
  if (file.failed) return [{ ...file, problem: problem('CCDS-F09', { reason: file.failed }) }];
  const kind = extensionOf(file.rel) || 'unknown';
  switch (classOf(file.rel)) {
    case 'sheet':
      return [file];
    case 'archive':
      return expandArchive(search, file);
    case 'unsupported':
      return [{ ...file, problem: problem('CCDS-F04', { kind }) }];
    case 'other':
      if (await isOwnPackage(file)) {
        countLeftOut(search, 'own-output');
        return [];
      }
      return [{ ...file, problem: problem('CCDS-F06', { kind }) }];
    case 'doubtful': {
      const looked = lookInto(file.path, kind);
      if (looked === 'archive') return expandArchive(search, file);
      return [looked === 'sheet' ? file : { ...file, problem: looked }];
    }
  }
}

/** The description of a package, where its folder alone is the INPUT: its CSVs are known by themselves. */
async function isOwnPackage({ path, rel }: FoundFile): Promise<boolean> {
  if (basename(rel) !== basename(MARK_FILE)) return false;
  return hasMark(await readFile(path, 'utf8').catch(() => ''));
}

function named(candidates: readonly Candidate[]): InputFile[] {
  const names = distinctNames(candidates);
  const files = candidates.map((candidate, i) => inputFile(candidate, names[i]!));
  return files.sort((a, b) => byCodePoint(a.name, b.name));
}

function inputFile(candidate: Candidate, name: string): InputFile {
  const { root, rel, path, size, mtime, member, stamp, problem: why } = candidate;
  return {
    name,
    folders: foldersOf(root, rel, name),
    path,
    size,
    mtime,
    ...(member && { member }),
    ...(stamp && { stamp }),
    ...(why && { finding: finding(why.code, { file: name }, why.args) }),
  };
}

function foldersOf(root: string, rel: string, name: string): string[] {
  const named = name.split('/').slice(0, -1);
  const isRootNamed = named.length >= rel.split('/').length;
  return isRootNamed ? named : [shownName(basename(root)), ...named];
}

function byPath(a: FoundFile, b: FoundFile): number {
  return byCodePoint(a.path, b.path) || byCodePoint(a.rel, b.rel);
}
