import { basename, dirname } from 'node:path';
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
    { text: own, from: 'file' },
    ...folders.map((text) => ({ text, from: 'folder' as const })),
  ];
}

/** Folder that the name counts from. */
function rootOf(file: InputFile, depth: number): string {
  let folder = dirname(file.path);
  for (let i = 0; i < (file.member === undefined ? depth : 0); i++) folder = dirname(folder);
  return folder;
}
