/* What this phone keeps for itself. Private windows and captive browsers may refuse: then nothing is kept, and nothing
 * breaks. */

/** False where there is no room or it is not allowed. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`plenaria.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
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
