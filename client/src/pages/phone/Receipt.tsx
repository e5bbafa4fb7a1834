import { ownBallot } from "../../ballots";
import { has, t } from "../../i18n";
import { useAnnounced } from "../../parts/Live";
import { key } from "../../state";

/** What became of the own ballot: kept, received, counted, or refused and why. */
export function Receipt({ id, round }: { id: string; round: number }) {
  const word = standing(id, round);
  const code = ownBallot(id, round)?.code ?? "unknown";
  const text =
    word === "refused"
      ? t(has(`code.${code}`) ? `code.${code}` : "code.unknown")
      : word && t(`receipt.${word}${isShared(id) && word === "counted" ? ".shared" : ""}`);
  useAnnounced(text);
  return word ? <p class={`receipt ${word}`}>{text}</p> : null;
}

function isShared(id: string): boolean {
  return key(`activity/${id}`)?.setup.unit === "delegation";
}

export type Standing = "sending" | "kept" | "received" | "counted" | "refused";

/** What this phone knows of its ballot goes before what the server says of the seat: another device may have voted. */
export function standing(id: string, round: number): Standing | undefined {
  const own = ownBallot(id, round);
  const mine = key(`mine/${id}`);
  const ofRound = mine?.round === round ? mine : undefined;
  if (own && own.state !== "received") return own.state;
  if (ofRound?.counted) return "counted";
  return own || ofRound?.recorded ? "received" : undefined;
}
