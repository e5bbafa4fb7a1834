/*
 * Whether a text looks as if it held data of a person's case: e-mail addresses, numbers of documents, files or phones.
 * A reminder, not a lock: counts, years, dates and amounts are what notes are full of, and pass.
 */

const MAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const NAMED =
  /\b(?:expediente|exp\.|c[ée]dula|pasaporte|passaporte|passport|dni|cpf|curp|rut|run|cui|nie|processo|file|caso|case)\s*(?:n\.?\s*[º°o.]*|no\.?|#|:)?\s*:?\s*[a-z]{0,4}[-./ ]?\d[\d./-]{3,}/i;
const HARMLESS = [
  /\b(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d\b/g, // 2024-2025
  /\b\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d\b/g, // 24/09/2025
  /\b(?:19|20)\d\d-\d{2}-\d{2}\b/g, // 2025-09-24
  // 1.200.000; without looking behind, which older phones cannot
  /(?:^|[^\d.,-])\d{1,3}([., \u00a0\u202f])\d{3}(?:\1\d{3})*(?![\d-])/g,
];
const LONG = /\d(?:[ .\-/]?\d){6,}/;

export function looksPersonal(text: string): boolean {
  if (MAIL.test(text) || NAMED.test(text)) return true;
  return LONG.test(HARMLESS.reduce((rest, pattern) => rest.replace(pattern, "·"), text));
}
