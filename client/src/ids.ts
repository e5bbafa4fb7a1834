/* Ids that this browser makes: 128 random bits, without what only secure contexts have. */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** 22 letters that fit in addresses. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  return Array.from(bytes, (byte) => LETTERS[byte & 63]).join("");
}

/** A short id for something new in the programme: lower case letters and digits after a prefix. */
export function freshSlug(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return (
    prefix + Array.from(bytes, (byte) => "abcdefghijkmnpqrstuvwxyz23456789"[byte & 31]).join("")
  );
}
