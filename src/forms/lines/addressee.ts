import { memoText } from '../../core/memo.js';

/** To whom a report goes: what is named behind these is not where it comes from. */
const ADDRESSED =
  '(?<!\\p{L})(?:kính\\s+(?:gửi|gởi|trình|chuyển)|kinh\\s+(?:gui|goi|trinh|chuyen)|nơi\\s+nhận|noi\\s+nhan)(?!\\p{L})';
/** From there to the line's end, and the lines listed below it in one cell. */
const ADDRESSEES = new RegExp(`${ADDRESSED}.*(?:\\n\\s*[-–+*•].*)*`, 'giu');
const UNNAMED = new RegExp(`${ADDRESSED}[\\s:：]*$`, 'iu');
const LISTED = /^\s*[-–+*•]/;
/** A row of more texts than these is no letterhead's, and looking at them all costs too much. */
const MOST_TEXTS = 20;

/** A line's text without those it is sent to: `Kính gửi: UBND xã Tân Ân`. */
const withoutAddressees = memoText((line: string): string => {
  const text = line.normalize('NFC');
  const own = text.replace(ADDRESSEES, '');
  return own === text ? line : own;
});

/**
 * Leaves out of a sheet's lines, row by row, those it is sent to: they are listed in the rows
 * below as well, `- UBND xã Tân Ân;` below `Kính gửi:`.
 */
export class Addressees {
  private isOpen = false;
  private isUnnamed = false;

  /** The texts of a row's lines, as far as they may say where the sheet comes from. */
  without(texts: readonly string[]): readonly string[] {
    if (texts.length > MOST_TEXTS) return texts;
    const { isOpen, isUnnamed } = this;
    const own = texts.map((text) =>
      isUnnamed || (isOpen && LISTED.test(text)) ? '' : withoutAddressees(text),
    );
    this.isUnnamed = texts.some((text) => UNNAMED.test(text.normalize('NFC')));
    this.isOpen = own.some((text, i) => text !== texts[i]);
    return own;
  }
}
