import { type Entry, getFileNameLowLevel } from 'yauzl';

/** Bit 11 of the general purpose flag: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8_FLAG = 0x800;
/** Info-ZIP Unicode Path Extra Field (APPNOTE.TXT 4.6.9). */
const UNICODE_PATH = 0x7075;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1258 = new TextDecoder('windows-1258');

/**
 * The name of a zip member as a person would read it: `/` between folders, NFC, without
 * leading `/`, drive letter or `..` (nothing is ever unpacked to a path made from it).
 */
export function memberName(entry: Entry): string {
  return decode(entry)
    .replace(/\\/g, '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .normalize('NFC');
}

function decode(entry: Entry): string {
  const declared =
    (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 ||
    entry.extraFields.some((field) => field.id === UNICODE_PATH);
  return declared
    ? getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    : undeclared(entry.fileNameRaw);
}

/**
 * A name whose encoding is not declared. The specification says CP437, but macOS writes
 * UTF-8, and Windows the code page of its system: 437 on an English one, 1258 on a
 * Vietnamese one. CP437 has its letters at 0x80–0xA5, windows-1258 from 0xC0 up.
 */
function undeclared(raw: Buffer): string {
  try {
    return strictUtf8.decode(raw);
  } catch {
    const dos = raw.every((byte) => byte <= 0xa5);
    return dos ? getFileNameLowLevel(0, raw, [], false) : windows1258.decode(raw);
  }
}
