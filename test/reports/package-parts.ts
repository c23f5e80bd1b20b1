import { inflateRawSync } from 'node:zlib';

/** The parts of a zip that `src/reports` wrote, as text by path. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const data = Buffer.from(bytes);
  const parts = new Map<string, string>();
  const end = data.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = data.readUInt32LE(end + 16);
  for (let n = data.readUInt16LE(end + 10); n > 0; n--) {
    const [nameLength, moreLength] = [data.readUInt16LE(at + 28), data.readUInt16LE(at + 30)];
    const path = data.toString('utf8', at + 46, at + 46 + nameLength);
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
    parts.set(path, inflateRawSync(packed).toString('utf8'));
    at += 46 + nameLength + moreLength;
  }
  return parts;
}

export interface ReadCell {
  readonly address: string;
  readonly formula: string | null;
  readonly value: string;
}

/** Sheet names in order. */
export function sheetNames(parts: ReadonlyMap<string, string>): string[] {
  const names = parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g);
  return [...names].map((match) => plain(match[1]!));
}

/** Cells of the nth sheet that hold something, by address. */
export function cellsOf(parts: ReadonlyMap<string, string>, n: number): Map<string, ReadCell> {
  const strings = [
    ...parts.get('xl/sharedStrings.xml')!.matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g),
  ];
  const xml = parts.get(`xl/worksheets/sheet${n + 1}.xml`)!;
  const cells = new Map<string, ReadCell>();
  for (const [, address, type, inner] of xml.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?>(.*?)<\/c>/g,
  )) {
    const formula = /<f>(.*?)<\/f>/.exec(inner!)?.[1];
    const raw = /<v>(.*?)<\/v>/s.exec(inner!)?.[1] ?? '';
    const value = type === 's' ? strings[Number(raw)]![1]! : raw;
    cells.set(address!, {
      address: address!,
      formula: formula === undefined ? null : plain(formula),
      value: plain(value),
    });
  }
  return cells;
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
