import { getOrMake } from '../../core/memo.js';
import type { CommunesMeant } from '../../geography/communes-meant.js';
import type { FormerNames } from '../../geography/former-communes.js';
import type { Matcher } from '../../geography/match.js';
import type { Named } from '../../geography/types.js';

interface Said {
  readonly commune: string;
  readonly district: string;
  readonly hamlets: Map<string, number>;
}

/** The hamlets that a sheet names, by what it says of the communes above them. */
export class SaidPlaces {
  private matcher: Matcher | null = null;
  private readonly said = new Map<string, Said>();

  /** The map of what follows. */
  enter(matcher: Matcher): void {
    this.matcher = matcher;
  }

  /** Nothing is kept where no commune has another's name. */
  add({ commune = '', district = '', hamlet = '' }: Named): void {
    if (commune === '' || hamlet === '' || !this.matcher?.hasNamesakes()) return;
    const make = () => ({ commune, district, hamlets: new Map<string, number>() });
    const { hamlets } = getOrMake(this.said, `${district}\n${commune}`, make);
    hamlets.set(hamlet, (hamlets.get(hamlet) ?? 0) + 1);
  }

  /** Which of the communes are old ones; null where none is. */
  former(): FormerNames | null {
    return this.said.size === 0 ? null : (this.matcher?.former([...this.said.values()]) ?? null);
  }

  /** Which of today's of one name are meant; null where that is not told. */
  meant(): CommunesMeant | null {
    return this.said.size === 0 ? null : (this.matcher?.meant([...this.said.values()]) ?? null);
  }
}
