/*
 * Words: a catalogue that pages and kinds add their own texts to. Spanish first; what is missing is a fault that a test
 * finds.
 */
import { signal } from "@preact/signals";
import { keep, kept } from "../storage";
import type { Text } from "../wire";

export type Lang = "es" | "en" | "pt";
export type Words = Record<string, { es: string; en: string; pt: string }>;

export const LANGS: readonly Lang[] = ["es", "en", "pt"];
export const LANG_NAMES: Record<Lang, string> = { es: "Español", en: "English", pt: "Português" };

const catalogue = new Map<string, Words[string]>();

export const lang = signal<Lang>(firstLang());

function firstLang(): Lang {
  const chosen = kept<Lang>("lang");
  return chosen && LANGS.includes(chosen) ? chosen : "es";
}

export function setLang(to: Lang): void {
  lang.value = to;
  keep("lang", to);
  document.documentElement.lang = to;
}

/** Adds texts; keys are unique, `page.thing`, with `.one` and `.other` where a number decides. */
export function register(words: Words): void {
  for (const [name, texts] of Object.entries(words)) catalogue.set(name, texts);
}

export function registered(): ReadonlyMap<string, Words[string]> {
  return catalogue;
}

/** The text of `name` with `{placeholders}` filled in; `n` chooses between `.one` and `.other`. */
export function t(name: string, params: Record<string, string | number> = {}): string {
  const plural =
    typeof params.n === "number" ? `${name}.${params.n === 1 ? "one" : "other"}` : name;
  const texts = catalogue.get(plural) ?? catalogue.get(name);
  if (!texts) return name;
  return texts[lang.value].replace(/\{(\w+)\}/g, (whole, field: string) =>
    field in params ? String(params[field]) : whole,
  );
}

/** Whether there is such a text: for codes from the server that may be newer than this page. */
export function has(name: string): boolean {
  return catalogue.has(name);
}

/** A plain string is Spanish, as in a programme. */
function inLanguages(text: Text | string | null | undefined): Record<string, string | undefined> {
  return typeof text === "string" ? { es: text } : { ...text };
}

/** A text in the reader's language, else as first written. */
export function pick(text: Text | null | undefined): string {
  const every = inLanguages(text);
  return every[lang.value] ?? every.es ?? Object.values(every).find(Boolean) ?? "";
}

/** The language `pick` has chosen where it is not the reader's: for the `lang` attribute of what stays in the original. */
export function otherLang(text: Text | null | undefined): string | undefined {
  const every = inLanguages(text);
  if (!text || every[lang.value]) return undefined;
  return every.es ? "es" : Object.keys(every)[0];
}
