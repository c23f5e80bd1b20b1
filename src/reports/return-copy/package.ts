import { resolveLimits } from '../../spreadsheet/limits.js';
import { resolveTarget } from '../../spreadsheet/relationships.js';
import { memorySource } from '../../spreadsheet/source.js';
import { utf8Part } from '../../spreadsheet/xml.js';
import { partKey, readZipDirectory } from '../../spreadsheet/zip-directory.js';
import { openZip } from '../../spreadsheet/zip-parts.js';
import { attributes, XML } from '../workbook/xlsx/xml.js';
import { packed, zip } from '../workbook/xlsx/zip.js';
import { NotWhole } from './types.js';
import { appendTo, attribute, findElements, need, tags } from './xml-edit.js';

/** A larger workbook is not edited in memory: a fresh one carries its list. */
const MOST_BYTES = 96 * 2 ** 20;

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relationship of a part, its target as a part's name. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The parts of a workbook's package, to be changed and packed again. Others stay as they are. */
export class Package {
  private readonly parts = new Map<string, { readonly name: string; content: string | Buffer }>();

  constructor(bytes: Uint8Array) {
    const source = memorySource(bytes);
    const contents = openZip(source, resolveLimits());
    let total = 0;
    for (const [key, { name, size }] of readZipDirectory(source)) {
      total += size;
      if (total > MOST_BYTES) throw new NotWhole('the workbook is too large');
      if (/[\\/]$/.test(name)) continue;
      const content = contents.read(key, MOST_BYTES)!;
      this.parts.set(key, { name: name.replaceAll('\\', '/').replace(/^\/+/, ''), content });
    }
  }

  has(name: string): boolean {
    return this.parts.has(partKey(name));
  }

  /** Text of a part; null where there is none. */
  text(name: string): string | null {
    const content = this.parts.get(partKey(name))?.content;
    if (content === undefined || typeof content === 'string') return content ?? null;
    return utf8Part(content, name)
      .toString()
      .replace(/^\ufeff/, '')
      .replace(/^(<\?xml[^>]*encoding=["'])[^"']+/, '$1UTF-8');
  }

  /** Text of a part that must be there. */
  need(name: string): string {
    const text = this.text(name);
    if (text === null) throw new NotWhole(`${name} is missing`);
    return text;
  }

  set(name: string, content: string): void {
    const known = this.parts.get(partKey(name));
    this.parts.set(partKey(name), { name: known?.name ?? name, content });
  }

  /** Adds a part with its content type. */
  add(name: string, content: string, type: string): void {
    this.set(name, content);
    const types = this.need('[Content_Types].xml');
    const whole = need(types, 'Types');
    const entry = `<Override${attributes({ PartName: `/${name}`, ContentType: type })}/>`;
    this.set('[Content_Types].xml', appendTo(types, whole, entry));
  }

  /** Says what parts with an extension are, unless that is said already. */
  declare(extension: string, type: string): void {
    const types = this.need('[Content_Types].xml');
    const known = [...types.matchAll(tags('Default'))].some(
      ([tag]) => attribute(tag, 'Extension')?.toLowerCase() === extension,
    );
    if (known) return;
    const entry = `<Default${attributes({ Extension: extension, ContentType: type })}/>`;
    const whole = need(types, 'Types');
    this.set(
      '[Content_Types].xml',
      types.slice(0, whole.innerStart) + entry + types.slice(whole.innerStart),
    );
  }

  /** A part name that is not taken: `xl/comments7.xml`. */
  freeName(stem: string, extension: string): string {
    for (let n = 1; ; n++) {
      const name = `${stem}${n}.${extension}`;
      if (!this.has(name)) return name;
    }
  }

  relations(part: string): Relation[] {
    const xml = this.text(relsOf(part)) ?? '';
    return findElements(xml, 'Relationship').flatMap(({ tag }) =>
      attribute(tag, 'TargetMode')?.toLowerCase() === 'external'
        ? []
        : [
            {
              id: attribute(tag, 'Id') ?? '',
              type: attribute(tag, 'Type') ?? '',
              target: resolveTarget(folderOf(part), attribute(tag, 'Target') ?? ''),
            },
          ],
    );
  }

  /** Target of the first relationship of a kind (`comments`). */
  target(part: string, kind: string): string | null {
    const end = `/${kind}`;
    return this.relations(part).find(({ type }) => type.endsWith(end))?.target ?? null;
  }

  /** Relates a part to another; the relationship's id. */
  relate(part: string, type: string, target: string): string {
    const rels = relsOf(part);
    const xml = this.text(rels) ?? `${XML}<Relationships xmlns="${PACKAGE}"></Relationships>`;
    let n = 1;
    while (new RegExp(`["']rIdCcds${n}["']`).test(xml)) n++;
    const entry = `<Relationship${attributes({ Id: `rIdCcds${n}`, Type: type, Target: relativeTo(part, target) })}/>`;
    this.set(rels, appendTo(xml, need(xml, 'Relationships'), entry));
    return `rIdCcds${n}`;
  }

  /** Packs the parts, the content types first, as some readers want them. */
  bytes(): Uint8Array {
    const all = [...this.parts].map(([key, { name, content }]) => ({ key, path: name, content }));
    const isTypes = ({ key }: { key: string }) => key === '[content_types].xml';
    return zip([...all.filter(isTypes), ...all.filter((part) => !isTypes(part))].map(packed));
  }
}

/** `../comments1.xml`: some readers do not know a target that begins with `/`. */
function relativeTo(part: string, target: string): string {
  const [from, to] = [part.split('/').slice(0, -1), target.split('/')];
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** Where a part's relationships are. */
function relsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** `xl/worksheets/`; blank for what lies at the top. */
function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}
