/** Words for a team, which also begin other groups of people; for a `RegExp` that ignores case. */
export const TEAM_WORD = '(?:tổ|nhóm|đội)';

/** What a team of this programme is called behind that word: `Tổ CNSCĐ`. */
export const DIGITAL = '(?:công nghệ số(?: cộng đồng)?|cns cộng đồng|cnscđ)';
