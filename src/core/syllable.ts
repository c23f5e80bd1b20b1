/**
 * Whether a word can be a Vietnamese syllable: onset, rhyme and a tone that the rhyme
 * allows. Names of other peoples and loan words often are not; it tells encodings apart.
 */

const ONSETS = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x';
/** Rhymes that end open, in a semivowel or a nasal: any tone. */
const OPEN =
  'a|ai|am|an|ang|anh|ao|au|ay|ăm|ăn|ăng|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|im|in|' +
  'inh|iu|iêm|iên|iêng|iêu|o|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oi|om|on|' +
  'ong|oong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|u|ua|ui|um|un|ung|uy|uya|uyên|uynh|uyu|uân|uâng|uây|uê|' +
  'uênh|uơ|uôi|uôm|uôn|uông|ư|ưa|ưi|ưm|ưn|ưng|ưu|ươi|ươm|ươn|ương|ươu|y|yêm|yên|yêng|yêu';
/** Rhymes that end in a stop: acute or dot below alone. */
const STOPPED =
  'ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|ip|it|iêc|iêp|iêt|oac|oach|oat|oăc|oăt|' +
  'oet|oc|op|ot|ooc|ôc|ôp|ôt|ơp|ơt|uc|up|ut|uât|uêch|uych|uyt|uyêt|uôc|uôt|ưc|ưt|ươc|ươp|ươt|yêt';

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const OPEN_SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${OPEN})$`);
const STOPPED_SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${STOPPED})$`);

/** The tone marks of a word, and the word without them. */
function split(word: string): readonly [bare: string, tones: string] {
  const apart = word.toLowerCase().normalize('NFD');
  return [apart.replace(TONE, '').normalize('NFC'), (apart.match(TONE) ?? []).join('')];
}

/** Of `a`, `e`, … with a tone and no mark of their own, in a word that is apart. */
const TONE_ON_PLAIN = /[a-z][\u0300\u0301\u0303\u0309\u0323](?![\u0302\u0306\u031b])/;
const MARKED = /[ăâêôơư]/;

function read(word: string): boolean {
  const [bare, tones] = split(word);
  if (tones.length > 1) return false;
  // `Sôì` is none, though `sôi` is.
  if (MARKED.test(bare) && TONE_ON_PLAIN.test(word.toLowerCase().normalize('NFD'))) return false;
  if (OPEN_SYLLABLE.test(bare)) return true;
  return (tones === '\u0301' || tones === '\u0323') && STOPPED_SYLLABLE.test(bare);
}

/** Vietnamese has some 7000 syllables in use; the limit is for junk. */
const known = new Map<string, boolean>();

/**
 * One word, any case; NFC or NFD; the tone mark may stand on any of its vowels, but not beside one
 * with a mark of its own.
 */
export function isSyllable(word: string): boolean {
  let is = known.get(word);
  if (is === undefined) {
    is = read(word);
    if (known.size < 20_000) known.set(word, is);
  }
  return is;
}
