/*
 * The files of the report: fetched, counted in seconds while they are written, handed to the browser to save. The list of
 * the last ones stays on this computer, without their content.
 */
import { signal } from "@preact/signals";
import { keep, kept } from "../../storage";

export const FORMATS = ["docx", "pdf", "xlsx", "zip", "csv", "md", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface Saved {
  format: Format;
  lang: string;
  name: string;
  bytes: number;
  at: number;
  draft: boolean;
}

/** Milliseconds that each format has been under way; absent where none is. */
export const preparing = signal<Partial<Record<Format, number>>>({});
/** The server's code for each format that failed. */
export const failed = signal<Partial<Record<Format, string>>>({});
export const saved = signal<Saved[]>([]);

const MOST = 8;
const contents = new Map<string, Blob>();
let listed = "";

/** Takes up the list that this computer keeps for a meeting. */
export function listFiles(meeting: string): void {
  listed = `files.${meeting}`;
  saved.value = kept<Saved[]>(listed) ?? [];
}

export async function download(
  meeting: string,
  format: Format,
  lang: string,
  draft: boolean,
  now: () => number,
): Promise<void> {
  if (preparing.value[format] !== undefined) return;
  const started = Date.now();
  const tick = () => {
    preparing.value = { ...preparing.value, [format]: Date.now() - started };
  };
  failed.value = { ...failed.value, [format]: undefined };
  tick();
  const ticking = setInterval(tick, 500);
  try {
    const address = `/api/m/${encodeURIComponent(meeting)}/export.${format}?lang=${lang}`;
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(((await answer.json()) as { code?: string }).code);
    const blob = await answer.blob();
    const name = nameIn(answer.headers.get("content-disposition")) ?? `${meeting}.${format}`;
    const at = now();
    contents.set(`${name}.${at}`, blob);
    saved.value = [{ format, lang, name, bytes: blob.size, at, draft }, ...saved.value].slice(
      0,
      MOST,
    );
    keep(listed, saved.value);
    offer(blob, name);
  } catch (error) {
    failed.value = { ...failed.value, [format]: error instanceof Error ? error.message : "" };
  } finally {
    clearInterval(ticking);
    const { [format]: _, ...others } = preparing.value;
    preparing.value = others;
  }
}

/** Whether this page still holds the file. */
export function isHeld(file: Saved): boolean {
  return contents.has(`${file.name}.${file.at}`);
}

export function saveAgain(file: Saved): void {
  const blob = contents.get(`${file.name}.${file.at}`);
  if (blob) offer(blob, file.name);
}

/** The name in a header such as `attachment; filename*=UTF-8''a%20b.docx`. */
export function nameIn(disposition: string | null): string | undefined {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  try {
    return coded ? decodeURIComponent(coded) : undefined;
  } catch {
    return undefined;
  }
}

/** 900 B, 12 KB, 3 MB. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} KB`
    : `${Math.round(bytes / 1_000_000)} MB`;
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
