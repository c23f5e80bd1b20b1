// One function for each reader: reads a file to its last cell, and returns how many cells
// with a value it saw, so that a reader which skips something stands out.
import { createReadStream, readFileSync } from 'node:fs';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** Each loads what it needs and returns the function that reads one file. */
export const READERS = {
  async ours() {
    const { openWorkbook } = await import('../../dist/bundle/spreadsheet.js');
    return async (path) => {
      let cells = 0;
      const workbook = await openWorkbook(path);
      for (const sheet of workbook.sheets) {
        await sheet.read(({ values }) => {
          for (const value of values) if (value !== null) cells++;
        });
      }
      await workbook.close();
      return cells;
    };
  },

  async 'inflate only'() {
    return async (path) => {
      for (const entry of entries(path)) await unpack(path, entry);
      return 0;
    };
  },

  async exceljs() {
    const { default: ExcelJS } = await import('exceljs');
    return async (path) => {
      let cells = 0;
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(path);
      workbook.eachSheet((sheet) => {
        sheet.eachRow((row) => {
          row.eachCell(() => {
            cells++;
          });
        });
      });
      return cells;
    };
  },

  async 'exceljs streaming'() {
    const { default: ExcelJS } = await import('exceljs');
    return async (path) => {
      let cells = 0;
      const options = { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' };
      for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options)) {
        for await (const row of sheet) {
          row.eachCell(() => {
            cells++;
          });
        }
      }
      return cells;
    };
  },

  async SheetJS() {
    const XLSX = await import('@e965/xlsx');
    return async (path) => {
      let cells = 0;
      const workbook = XLSX.read(readFileSync(path), { dense: true });
      for (const sheet of Object.values(workbook.Sheets)) {
        for (const row of sheet['!data'] ?? []) {
          for (const cell of row ?? []) if (cell?.v !== undefined) cells++;
        }
      }
      return cells;
    };
  },
};

/** A part past this size is streamed, by us and so by the bare inflating. */
const WHOLE = 64 * 1024 * 1024;

function entries(path) {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const offset = bytes.readUInt32LE(at + 42);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return { start, end: start + packed, size, bytes: bytes.subarray(start, start + packed) };
  });
}

async function unpack(path, { start, end, size, bytes }) {
  if (size <= WHOLE) {
    inflateRawSync(bytes, { chunkSize: Math.max(64, size + 1) });
    return;
  }
  const stream = createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 });
  for await (const _ of stream.pipe(createInflateRaw({ chunkSize: 1024 * 1024 })));
}
