/** Remembers what was made for an object, for as long as the object lives. */
export function memo<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as V;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/**
 * Remembers what was made of texts that repeat from file to file: short ones, the last met. What is
 * remembered is asked for far oftener than made: it takes one look.
 */
export function memoText<V, K extends string = string>(make: (text: K) => V): (text: K) => V {
  const made = new Map<K, V>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (text.length > LONGEST) return value;
    if (made.size >= MOST) made.clear();
    made.set(text, value);
    return value;
  };
}

const LONGEST = 500;

/**
 * The value at a key, made where there is none yet. All are forgotten once there are so many:
 * what is read may be endless, and what repeats, repeats soon.
 */
export function remembered<V>(most = MOST): (key: string, make: () => V) => V {
  const made = new Map<string, V>();
  return (key, make) => {
    if (made.size >= most) made.clear();
    return getOrMake(made, key, make);
  };
}

const MOST = 5_000;

/** The value at a key, made where there is none yet. */
export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
