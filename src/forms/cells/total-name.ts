import { CharSet } from '../../core/char-set.js';

const WORDS =
  /^(?:[*+•–-]\s*)?(?:tổng(?: số| cộng)?|cộng(?: dồn)?|t\. ?cộng|t\/cộng|total|[Σ∑])\s*[:–-]?\s+(\S.*?)[\s:.]*$/iu;
/** The names that Excel's subtotals give their rows, behind what the rows have in common. */
const EXCELS = /^(\S.*?)\s+(Total|Count|Average|Max|Min|Product|StdDevp?|Varp?)$/;
const LAST_LETTERS = new CharSet('ltexnvpr');

/** What a subtotal's own text says that it sums: `Cộng Ô Rô`, `Ô Rô Total` → `Ô Rô`; blank for none. */
export function summedIn(text: string): string {
  return WORDS.exec(text.normalize('NFC'))?.[1] ?? EXCELS.exec(text)?.[1] ?? '';
}

/** What Excel counts or measures in a subtotal's row: `Ấp 1 Count` → `Count`; null for any other text. */
export function excelsSubtotal(text: string): string | null {
  if (!LAST_LETTERS.at(text, text.length - 1)) return null;
  return EXCELS.exec(text)?.[2] ?? null;
}
