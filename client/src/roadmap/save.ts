/* Saving a part of a line: what was refused says why, and nobody's words are written over unseen. */
import { command } from "../connection";
import { has, t } from "../i18n";

export interface Outcome {
  saved: boolean;
  /** Somebody else changed the same field meanwhile. */
  stale: boolean;
  words: string;
}

export async function give(name: string, args: object): Promise<Outcome> {
  const reply = await command(name, args);
  if (reply.verdict === "recorded") return { saved: true, stale: false, words: "" };
  const code = `code.${reply.code}`;
  return {
    saved: false,
    stale: reply.code === "stale_line",
    words: t(has(code) ? code : "code.unknown"),
  };
}
