/* What this phone keeps for itself. Private windows and captive browsers may refuse: then nothing is kept, and nothing
 * breaks. */

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`plenaria.${name}`, JSON.stringify(value));
  } catch {
    // no room, or not allowed: the page works on without it
  }
}

export function kept<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(`plenaria.${name}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`plenaria.${name}`);
  } catch {
    // nothing was kept
  }
}

/** Names kept under a prefix. */
export function keptNames(prefix: string): string[] {
  try {
    const whole = `plenaria.${prefix}`;
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(whole))
      .map((name) => name.slice("plenaria.".length));
  } catch {
    return [];
  }
}
