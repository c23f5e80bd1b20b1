import { type BiffRecord, biffRecords, EOF, RECORD_HEADER } from './biff-records.js';
import { obfuscation } from './obfuscation.js';
import { rc4 } from './rc4.js';

/** Decrypts the content of a record in place, from some byte of the stream on. */
export type RecordCipher = (stream: Buffer, from: number, record: BiffRecord) => void;

/**
 * Decrypts the stream of a BIFF5 or BIFF8 workbook in place, where Excel's own password does it
 * (MS-XLS §2.2.10): so is every `.xls` encrypted whose structure is protected. False where it
 * was left as it is.
 */
export function decryptBiff(stream: Buffer): boolean {
  const filePass = findFilePass(stream);
  if (filePass === null) return false;
  const cipher = cipherOf(stream.subarray(filePass.at, filePass.at + filePass.length));
  if (cipher === null) return false;
  for (const record of biffRecords(stream)) {
    const { id, at } = record;
    if (!PLAIN.has(id)) cipher(stream, id === BOUND_SHEET ? at + PLAIN_OF_BOUND_SHEET : at, record);
  }
  // The record has done its work: to whoever reads on, it is one of no meaning.
  stream.writeUInt16LE(NO_MEANING, filePass.at - RECORD_HEADER);
  return true;
}

const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
/** An identifier that no record has. */
const NO_MEANING = 0x7fff;

/** Records that stay as they are: BOF, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN: ReadonlySet<number> = new Set([
  ...[FILE_PASS, 0x0809, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138],
]);
/** Of BoundSheet8, where the sheet begins stays as it is. */
const PLAIN_OF_BOUND_SHEET = 4;

function findFilePass(stream: Buffer): BiffRecord | null {
  for (const record of biffRecords(stream)) {
    if (record.id === FILE_PASS) return record;
    if (record.id === EOF) return null;
  }
  return null;
}

/**
 * FilePass (MS-XLS §2.4.117) says how it is encrypted; in BIFF5 that can only be one way.
 * Null where another password is needed.
 */
function cipherOf(filePass: Buffer): RecordCipher | null {
  if (filePass.length === 4) return obfuscation(filePass);
  if (filePass.length < 6) return null;
  return filePass.readUInt16LE(0) === 0 ? obfuscation(filePass.subarray(2)) : rc4(filePass);
}
