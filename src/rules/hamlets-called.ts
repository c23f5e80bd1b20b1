import { memoText } from '../core/memo.js';

/** How rules' words call hamlets; each kind is one of the Mekong delta's. */
const USUAL = 'ấp, khóm';
const NAMED = /ấp, khóm|ấp\/khóm|Ấp, khóm|Ấp\/khóm|Ấp\/Khóm/g;

/** Puts what hamlets are called in a province into the words of a rule. */
export type CallHamlets = (text: string) => string;

/**
 * Words of a rule, with what hamlets are called in a province: of `thôn, buôn`, `ấp/khóm` is
 * `thôn/buôn`, and the column `Ấp/Khóm` is `Thôn/Buôn`. Undefined where they are called as usual.
 * @param hamlets kinds, the commonest first, joined by `, `
 */
export function hamletsCalled(hamlets: string): CallHamlets | undefined {
  if (hamlets === USUAL) return undefined;
  const kinds = hamlets.split(', ');
  const forms: Readonly<Record<string, string>> = {
    'ấp, khóm': hamlets,
    'Ấp, khóm': capital(hamlets),
    'ấp/khóm': kinds.join('/'),
    'Ấp/khóm': capital(kinds.join('/')),
    'Ấp/Khóm': kinds.map(capital).join('/'),
  };
  // Few words fill the messages of very many findings.
  return memoText((text) => text.replace(NAMED, (found) => forms[found]!));
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
