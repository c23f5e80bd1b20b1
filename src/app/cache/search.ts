import type { InputFile } from '../inputs/collect.js';
import type { Pieces } from '../reading/report-pieces.js';
import { piecesIn } from './bytes.js';
import { type OpenPack, openPack, packsIn } from './pack.js';
import { type Place, placesOf } from './place.js';

/** What is kept of a file, by the file's index. */
export interface Kept {
  readonly index: number;
  readonly pieces: Pieces;
}

/** Looks up what is kept of files. @throws EnvironmentError `interrupted`, whatever is asked */
export interface CacheSearch {
  /** Where each file is kept, or is to be; null for one that never is. */
  places(): Promise<readonly (Place | null)[]>;
  /** Opens the packs of a folder. @returns the files of which they have nothing, by index */
  lookIn(folder: string): Promise<readonly number[]>;
  /**
   * Some of what the packs have of the others, until there is no more: null. A file whose entry
   * can't be opened is not among them.
   */
  next(): Promise<readonly Kept[] | null>;
  /** Lets go of it all, at whatever point. */
  end(): void;
}

/** Looks on this thread. */
export function searchHere(files: readonly InputFile[], signal?: AbortSignal): CacheSearch {
  const finding = placesOf(files, signal);
  // Whoever asks is told.
  finding.catch(() => {});
  let packs: readonly OpenPack[] = [];
  let kept: Iterator<readonly Kept[]> = [].values();
  return {
    places: () => finding,
    async lookIn(folder) {
      const places = await finding;
      packs = packsIn(folder).flatMap((path) => openPack(path) ?? []);
      kept = keptIn(packs, places);
      const known = new Set(packs.flatMap(({ names }) => names));
      return [...places.keys()].filter((index) => !known.has(places[index]?.name ?? ''));
    },
    async next() {
      const { done, value } = kept.next();
      return done ? null : value;
    },
    end() {
      for (const pack of packs) pack.close();
      packs = [];
    },
  };
}

/** What packs have of files, each file's once. */
function* keptIn(
  packs: readonly OpenPack[],
  places: readonly (Place | null)[],
): Generator<readonly Kept[]> {
  const wanted = new Map(places.map((place, index) => [place?.name ?? '', index]));
  for (const pack of packs) {
    for (const entries of pack.entries((name) => wanted.has(name))) {
      const kept: Kept[] = [];
      for (const [name, sealed] of entries) {
        const index = wanted.get(name);
        const pieces = index === undefined ? null : piecesIn(sealed, places[index]!.secret);
        if (pieces === null) continue;
        wanted.delete(name);
        kept.push({ index: index!, pieces });
      }
      yield kept;
    }
  }
}
