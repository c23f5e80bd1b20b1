import { FORMS } from '../../../src/forms/declared/index.js';
import { EXTRAS, STRANGER } from './beside.js';
import type { GridSheet } from './grid.js';
import type { Layout, PlaceStyle } from './layout.js';
import type { Cell, Hamlet, Truth } from './truth.js';

const at = (column: number) => String.fromCharCode(65 + column);

/** Writes a truth out, row by row, in a layout. */
export class Writer {
  private readonly rows: string[] = [];
  private readonly merges: string[] = [];
  private readonly place: PlaceStyle;
  private readonly columns: readonly string[];
  private seed = 0;

  constructor(
    private readonly truth: Truth,
    private readonly how: Layout,
  ) {
    const hamlets = new Set(truth.rows.map(({ hamlet }) => hamlet));
    const fits =
      how.place === 'lines'
        ? hamlets.size === 1
        : how.place !== 'merged' || truth.layout === 'list';
    this.place = fits ? how.place : 'columns';
    this.columns = this.shuffled([...truth.fields, ...how.extras.map((one) => `+${one}`)]);
  }

  private next(): number {
    const { seeds } = this.how;
    return seeds[this.seed++ % seeds.length]! + this.seed;
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.next() % list.length]!;
  }

  private shuffled(list: readonly string[]): string[] {
    const keyed = list.map((item) => ({ item, key: this.next() % 97 }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  }

  sheet(): GridSheet {
    const { other } = this.how;
    if (other === 'month-above') this.monthBefore();
    if (other === 'stranger-above') this.rows.push(...STRANGER);
    this.above();
    const header = this.header();
    if (this.how.numbered) this.numberColumns();
    if (this.how.totals === 'above') this.total();
    this.body(header);
    if (this.how.totals === 'below') this.total();
    if (this.how.foot) this.foot();
    if (other === 'month-below') this.monthBefore();
    if (other === 'stranger-below') this.rows.push(...STRANGER);
    const name = this.pick(['Sheet1', 'Biểu', 'Tổng hợp']);
    return { name, rows: this.rows, merges: this.merges };
  }

  /** A table of the month before, with some of the same rows. */
  private monthBefore(): void {
    const rows = this.truth.rows.slice(0, 2);
    const { hamlet } = rows[0]!;
    this.rows.push('', 'BÁO CÁO THÁNG 8/2024');
    if (this.place === 'lines')
      this.rows.push(`Xã/Phường: ${hamlet.commune}`, `Ấp: ${hamlet.name}`);
    this.header();
    rows.forEach((row, i) => {
      if (this.place === 'groups') this.group(row.hamlet);
      this.row(row, i, null);
    });
    this.rows.push('');
  }

  private row({ hamlet, values }: Truth['rows'][number], i: number, before: Hamlet | null): void {
    const lead = [...(this.how.serial ? [String(i + 1)] : []), ...this.places(hamlet, before)];
    const cells = this.columns.flatMap((id) => {
      const cell = this.cell(values[id] ?? null, id);
      return this.isSplit(id) ? parted(cell) : [cell];
    });
    this.rows.push([...lead, ...cells, ''].join(' | '));
  }

  private above(): void {
    const { letterhead, period } = this.how;
    const first = this.truth.rows[0]!.hamlet;
    if (letterhead) {
      this.rows.push(
        'UBND HUYỆN | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '| | | Độc lập - Tự do - Hạnh phúc',
      );
      this.rows.push('BÁO CÁO TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG');
    }
    if (this.place === 'lines')
      this.rows.push(`Xã/Phường: ${first.commune}`, `Ấp: | ${this.mess(first.name)}`);
    this.rows.push(period);
    if (this.how.blanks) this.rows.push('');
  }

  /** Columns before the fields: running number, units. */
  private lead(): readonly string[] {
    const serial = this.how.serial ? [this.pick(['STT', 'TT', 'Số TT'])] : [];
    if (this.place === 'lines') return serial;
    const hamlet = this.pick(['Ấp/Khóm', 'Ấp', 'Thôn/Buôn', 'Tên ấp, khóm']);
    if (this.place === 'groups' || this.place === 'one-cell') return [...serial, hamlet];
    return [...serial, this.pick(['Huyện', 'Quận/Huyện']), this.pick(['Xã', 'Xã/Phường']), hamlet];
  }

  private header(): readonly string[] {
    const lead = this.lead();
    const fields = this.columns.flatMap((id) => this.headings(id));
    const top = this.rows.length + 1;
    const open = lead.length + fields.indexOf('');
    const lowest = top + this.how.headerRows - 1;
    if (fields.includes('')) this.merges.push(`${at(open - 1)}${lowest}:${at(open)}${lowest}`);
    const names = [...lead, ...fields, 'Ghi chú'];
    if (this.how.headerRows === 1) {
      this.rows.push(names.join(' | '));
      return [names.join(' | ')];
    }
    const group = fields.map((_, i) => (i === 0 ? 'Số liệu trong kỳ' : ''));
    const rows = [
      [...lead, ...group, 'Ghi chú'].join(' | '),
      [...lead.map(() => ''), ...fields, ''].join(' | '),
    ];
    this.rows.push(...rows);
    const last = names.length - 1;
    if (fields.length > 1) this.merges.push(`${at(lead.length)}${top}:${at(last - 1)}${top}`);
    for (const column of [...lead.keys(), last])
      this.merges.push(`${at(column)}${top}:${at(column)}${top + 1}`);
    return rows;
  }

  private isSplit(id: string): boolean {
    return this.how.splitName && this.truth.layout === 'list' && id === 'name';
  }

  /** Of a name in two columns, one each, or one merged over both. */
  private headings(id: string): readonly string[] {
    if (!this.isSplit(id)) return [this.heading(id)];
    return this.next() % 2 === 0 ? ['Họ và tên đệm', 'Tên'] : ['Họ và tên', ''];
  }

  private heading(id: string): string {
    if (id.startsWith('+')) return id.slice(1);
    const form = FORMS.find((one) => one.id === this.truth.form)!;
    const field = form[this.truth.layout]!.fields.find((one) => one.id === id)!;
    // An alias such as `Thành viên` is a field of several layouts; a label says which.
    const text = this.next() % 3 === 0 ? (field.aliases[0] ?? field.label.vi) : field.label.vi;
    return this.pick([
      text,
      text.toUpperCase(),
      `${text} (*)`,
      text.normalize('NFD'),
      text.replace(' ', '\n'),
    ]);
  }

  private numberColumns(): void {
    const lead = this.lead().length;
    const fields = this.columns.flatMap((id) => (this.isSplit(id) ? [id, id] : [id])).length;
    const { numbers } = this.how;
    const numberOf = (i: number) => {
      if (numbers === 'brackets') return `(${i + 1})`;
      if (numbers === 'plain') return `${i + 1}`;
      if (i < lead) return at(i);
      const number = i - lead + 1;
      return numbers === 'terms' && number === fields ? `${number}=1+2` : `${number}`;
    };
    this.rows.push(Array.from({ length: lead + fields + 1 }, (_, i) => numberOf(i)).join(' | '));
  }

  private body(header: readonly string[]): void {
    let before: Hamlet | null = null;
    this.truth.rows.forEach((row, i) => {
      const { hamlet } = row;
      if (i > 0 && this.how.repeated && this.next() % 5 === 0) {
        if (this.how.pages) this.rows.push(this.pick(['Trang 2/3', '| | | Trang 2', '2']));
        this.rows.push(...header);
      }
      if (i > 0 && this.how.blanks && this.next() % 4 === 0) this.rows.push('');
      if (this.place === 'groups' && before?.commune !== hamlet.commune) this.group(hamlet);
      if (this.how.divided && this.next() % 4 === 0) this.divide();
      this.row(row, i, before);
      before = hamlet;
      const next = this.truth.rows[i + 1]?.hamlet;
      if (next?.commune !== hamlet.commune) this.subtotal(hamlet);
    });
  }

  private group({ commune, district }: Hamlet): void {
    const head = `${this.pick(['I. ', 'II. ', ''])}${commune}, ${district}`;
    const sums =
      this.how.subtotals === 'head' && this.truth.layout === 'tally'
        ? ` | ${this.sums({ commune, district } as Hamlet).join(' | ')}`
        : '';
    this.rows.push((this.how.serial ? `${this.pick(['I', 'IV', ''])} | ${head}` : head) + sums);
  }

  private sums(commune?: Hamlet): string[] {
    const rows = this.truth.rows.filter(
      ({ hamlet }) =>
        !commune || (hamlet.commune === commune.commune && hamlet.district === commune.district),
    );
    return this.columns.map((id) =>
      id.startsWith('+')
        ? ''
        : String(rows.reduce((all, { values }) => all + Number(values[id]), 0)),
    );
  }

  private subtotal(of: Hamlet): void {
    if (this.how.subtotals !== 'below' || this.truth.layout !== 'tally' || this.place === 'lines')
      return;
    const lead = this.lead().map(() => '');
    const label = this.pick([
      'Cộng',
      `Cộng ${of.commune}`,
      `Tổng ${of.commune.toLowerCase()}`,
      'Cộng xã',
    ]);
    lead[this.pick([...lead.keys()])] = label;
    this.rows.push([...lead, ...this.sums(of), ''].join(' | '));
  }

  /** In the column of names, with nothing beside it. */
  private divide(): void {
    const name = this.columns.findIndex((id) => id === 'name' || id === 'head');
    if (this.truth.layout !== 'list' || name < 0) return;
    const text = this.pick([
      'Tổ 2',
      'TỔ SỐ 3',
      '1. Nhóm 4:',
      'Đội II',
      'Ngày 05/9/2024',
      'Tổ 12 (3 hộ)',
    ]);
    this.rows.push(`${'| '.repeat(this.lead().length + name)}${text}`);
  }

  private places(hamlet: Hamlet, before: Hamlet | null): readonly string[] {
    const name = this.mess(hamlet.name);
    const bare = hamlet.commune.replace(/^Xã /, '');
    const commune = this.mess(
      this.pick([hamlet.commune, bare.replace('Thị trấn', 'TT.').replace('Phường ', 'P.')]),
    );
    if (this.place === 'lines') return [];
    if (this.place === 'groups') return [name];
    if (this.place === 'one-cell') return [`${hamlet.name}, ${hamlet.commune}, ${hamlet.district}`];
    const isSame = before === hamlet && this.place !== 'columns' && this.truth.layout === 'list';
    const isBelow = before?.commune === hamlet.commune && this.place !== 'columns';
    return [isBelow ? '' : hamlet.district, isBelow ? '' : commune, isSame ? '' : name];
  }

  /** Spellings of a unit's name that fold to the same. */
  private mess(name: string): string {
    return this.pick([
      name,
      name.toUpperCase(),
      name.normalize('NFD'),
      name.replace(' ', '\u00a0'),
      name.replace(' ', '  '),
      `${name}\u00a0`,
      name.replace('ủy', 'uỷ').replace('òa', 'oà'),
    ]);
  }

  private cell(value: Cell, id: string): string {
    if (id.startsWith('+')) return this.pick(EXTRAS[id.slice(1)]!);
    if (typeof value === 'number') return id === 'level' ? this.level(value) : this.number(value);
    const text = String(value);
    if (/^\d+$/.test(text)) return this.pick([`'${text}`, `'${text} `, text.replace(/^0+/, '')]);
    return this.pick([text, text.normalize('NFD'), text.replace(' ', '  ')]);
  }

  private level(value: number): string {
    return this.pick([
      `${value}`,
      `'0${value}`,
      value === 1 ? 'I' : 'II',
      `Mức độ ${value}`,
      `Mức ${value}`,
    ]);
  }

  private number(value: number): string {
    const grouped = (sign: string) => String(value).replace(/\B(?=(\d{3})+$)/g, sign);
    return this.pick([
      `${value}`,
      `'${value}`,
      `'${grouped('.')}`,
      `'${grouped('\u00a0')}`,
      `' ${value} `,
    ]);
  }

  private total(): void {
    const lead = this.lead().map(() => '');
    const words = this.pick(['Tổng cộng', 'Cộng', 'TỔNG SỐ', 'Cộng:']);
    if (this.truth.layout === 'list') {
      this.rows.push(`${words} ${words.endsWith(':') ? '' : ': '}${this.truth.rows.length} dòng`);
      return;
    }
    if (lead.length === 0) return;
    this.rows.push([words, ...lead.slice(1), ...this.sums(), ''].join(' | '));
  }

  private foot(): void {
    this.rows.push(
      '',
      '| | Cà Mau, ngày 14 tháng 9 năm 2024',
      'Người lập biểu | | CHỦ TỊCH',
      '(Ký tên) | | (Ký tên)',
    );
    this.rows.push('Nguyễn Văn Ký | | Trần Thị Dấu');
  }
}

/** A name in two cells: its last word by itself, unless one of them then says something else. */
function parted(name: string): string[] {
  const words = name.trim().normalize('NFC').split(/ +/);
  const isSum = /^(?:cộng|tổng)$/i.test(words[0]!);
  if (isSum && isHeading(words.at(-1)!)) return [name, ''];
  const last = isHeading(words.at(-1)!) ? -2 : -1;
  return [words.slice(0, last).join(' '), words.slice(last).join(' ')];
}

const isHeading = (word: string) => /^(?:ấp|khóm|tổ|xã)$/i.test(word);
