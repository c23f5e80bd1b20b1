import { fromDoubleUtf8 } from '../../core/double-utf8.js';
import { withoutExtension } from '../../core/file-name.js';
import { inUnicode } from '../../core/legacy-text.js';
import { nfc } from '../../core/text.js';
import type { SheetContext } from '../../forms/sheet-reader.js';
import type { InputFile } from '../inputs/collect.js';

/** The file's own name, then its folders from the nearest up to the INPUT folder itself. */
export function namesOf(file: InputFile): SheetContext['names'] {
  const own = withoutExtension(file.name.slice(file.name.lastIndexOf('/') + 1));
  const folders = [...file.folders].reverse().filter((text) => text !== '');
  return [
    { text: meant(own), from: 'file' },
    ...folders.map((text) => ({ text: meant(text), from: 'folder' as const })),
  ];
}

/** A name as its writer meant it: typed before Unicode, or unpacked by a program of another system. */
function meant(name: string): string {
  const unpacked = GARBLED.test(name) ? fromDoubleUtf8(name) : null;
  return unpacked === null ? inUnicode(name) : nfc(unpacked);
}

/**
 * UTF-8 that was unpacked as DOS's code page (`ß║ñp`) or as a Mac's characters (`·∫§p` for `Ấp`): signs
 * that no name has otherwise, so that one letter is proof enough.
 */
const GARBLED = /[\u2500-\u259f]|·[∫ª]|[√∆]/;
