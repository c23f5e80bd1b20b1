// Writes out `\p{L}` in the patterns of compiled modules. The engine takes up to a third of a
// millisecond to translate it, for each of some two hundred patterns, in each thread, and for texts
// of Latin-1 and others apart: a twentieth or more of a run over a month of which one file changed.
import ts from 'typescript';

/**
 * The letters, as ranges of a class. Of what Vietnamese sheets are written with the same as `\p{L}`; of
 * other scripts all that stands among their letters, as marks and digits, so that there are few ranges.
 */
export const LETTERS =
  'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02c1\\u0370-\\u1fff\\u2c00-\\u2dff' +
  '\\u3041-\\ud7ff\\uf900-\\ufaff\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/** What is written: in a pattern, or in a text that one is made of. */
const WRITTEN = {
  pattern: { slash: '\\', letters: LETTERS },
  text: { slash: '\\\\', letters: LETTERS.replaceAll('\\', '\\\\') },
};

/** A module with its patterns, and the texts that they are made of, written out. @param {string} source */
export function plainLetters(source) {
  if (!/\\[pP]\{L\}/.test(source)) return source;
  const file = ts.createSourceFile('a.js', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  let plain = '';
  let done = 0;
  const visit = (node) => {
    const { kind } = node;
    const isPattern = kind === ts.SyntaxKind.RegularExpressionLiteral;
    if (isPattern || ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) {
      const start = node.getStart();
      const how = isPattern ? WRITTEN.pattern : WRITTEN.text;
      plain += source.slice(done, start) + writtenOut(source.slice(start, node.end), how);
      done = node.end;
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return plain + source.slice(done);
}

/** @param {string} literal as it stands in the source @param {typeof WRITTEN.text} how */
function writtenOut(literal, { slash, letters }) {
  let isClass = false;
  let plain = '';
  let at = 0;
  while (at < literal.length) {
    const escaped = literal.startsWith(slash, at) ? literal.slice(at + slash.length) : '';
    if (/^[pP]\{L\}/.test(escaped)) {
      if (isClass && escaped[0] === 'P') throw new Error(`No ranges for ${literal}`);
      const own = escaped[0] === 'P' ? `^${letters}` : letters;
      plain += isClass ? own : `[${own}]`;
      at += slash.length + 'p{L}'.length;
      continue;
    }
    const width = escaped === '' ? 1 : slash.length + 1;
    if (width === 1 && literal[at] === '[') isClass = true;
    if (width === 1 && literal[at] === ']') isClass = false;
    plain += literal.slice(at, at + width);
    at += width;
  }
  return plain;
}
