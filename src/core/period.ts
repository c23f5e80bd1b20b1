/** A month of reporting, `2024-09`. */
export type Month = `${number}-${number}`;
