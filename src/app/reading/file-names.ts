import { basename, dirname } from 'node:path';
import iconv from 'iconv-lite';
import { inUnicode } from '../../core/legacy-text.js';
import { nfc } from '../../core/text.js';
import type { SheetContext } from '../../forms/sheet-reader.js';
import type { InputFile } from '../inputs/collect.js';
import { withoutExtension } from '../inputs/triage.js';

/** The file's own name, then its folders from the nearest up to the INPUT folder itself. */
export function namesOf(file: InputFile): SheetContext['names'] {
  const pieces = file.name.split('/');
  const own = withoutExtension(pieces.pop()!);
  const root = nfc(basename(rootOf(file, pieces.length)));
  const folders = [root, ...pieces].reverse().filter((text) => text !== '');
  return [
    { text: meant(own), from: 'file' },
    ...folders.map((text) => ({ text: meant(text), from: 'folder' as const })),
  ];
}

/** A name as its writer meant it: typed before Unicode, or unpacked by a program of another system. */
function meant(name: string): string {
  return BOXES.test(name) ? fromOem(name) : inUnicode(name);
}

/** Where CP437 has the second byte of most Vietnamese letters in UTF-8 (`ß║ñp` for `Ấp`). */
const BOXES = /[\u2500-\u259f]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What macOS packed in UTF-8, and Windows unpacked as its code page 437. */
function fromOem(name: string): string {
  const bytes = iconv.encode(name, 'cp437');
  if (iconv.decode(bytes, 'cp437') !== name) return name;
  try {
    return nfc(utf8.decode(bytes));
  } catch {
    return name;
  }
}

/** Folder that the name counts from. */
function rootOf(file: InputFile, depth: number): string {
  let folder = dirname(file.path);
  for (let i = 0; i < (file.member === undefined ? depth : 0); i++) folder = dirname(folder);
  return folder;
}
