/* What the door answers. */
import { keep, kept } from "../../storage";
import type { RulesValue, Text } from "../../wire";

export interface LobbyDelegation {
  id: string;
  name: Text;
  kind: "state" | "organisation";
  free: number;
}

export interface Lobby {
  meeting: string;
  title: Text;
  place: Text;
  languages: string[];
  entry: "open" | "cards";
  rules: RulesValue;
  keep_days: number;
  closed: boolean;
  delegations: LobbyDelegation[];
  seat: { id: string; delegation: string; head: boolean } | null;
}

export interface Entered {
  meeting: string;
  role: string;
  seat?: string;
}

export type Knock = { code: string } | { seat: string } | { secret: string };

/** A refusal by the door, or `offline` where it did not answer. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

async function post<T>(path: string, body: object): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refusal("offline");
  }
  let told: unknown;
  try {
    told = await answer.json();
  } catch {
    throw new Refusal("portal"); // a page of somebody else's, where JSON was due
  }
  if (!answer.ok) throw new Refusal((told as { code?: string }).code ?? "unknown");
  return told as T;
}

export function lobby(knock: Knock): Promise<Lobby> {
  return post("/api/lobby", knock);
}

export function enter(
  knock: Knock,
  delegation: string | undefined,
  lang: string,
): Promise<Entered> {
  return post("/api/pass", delegation ? { ...knock, delegation, lang } : { ...knock, lang });
}

/** The delegation with which this phone came in before: coming back, it has its seat. */
export function lastDelegation(meeting: string): string | undefined {
  return kept<string>(`delegation.${meeting}`);
}

export function rememberDelegation(meeting: string, delegation: string): void {
  keep(`delegation.${meeting}`, delegation);
}

const PAGES: Record<string, string> = {
  delegate: "phone",
  observer: "phone",
  moderator: "control",
  secretariat: "control",
  screen: "screen",
  rapporteur: "report",
  facilitator: "report",
};

/** The page that a role works on. */
export function pageOf(entered: Entered): string {
  return `/m/${entered.meeting}/${PAGES[entered.role] ?? "phone"}`;
}

/** What stands behind the `#`: a card, a role link, or a code. Taken out of the address bar, so that nobody reads it
 * over a shoulder or in the history. */
export function takeFragment(): Knock | undefined {
  const token = decodeURIComponent(location.hash.slice(1));
  if (!token) return undefined;
  history.replaceState(null, "", location.pathname);
  if (token.startsWith("s.")) return { seat: token };
  if (token.startsWith("k.")) return { secret: token };
  return { code: token };
}

const LOOK_ALIKES = /[OILU01]/;

/** A typed code, folded: letters and digits only, upper case, shown as ABC-DEF. */
export function foldCode(typed: string): {
  code: string;
  shown: string;
  doubtful: string | undefined;
} {
  const code = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, 6);
  const shown = code.length > 3 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
  return { code, shown, doubtful: LOOK_ALIKES.exec(code)?.[0] };
}

/** Delegations whose name holds what was typed, without regard to accents or case. */
export function matching(
  delegations: LobbyDelegation[],
  typed: string,
  name: (d: LobbyDelegation) => string,
) {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return delegations.filter((delegation) => plain(name(delegation)).includes(plain(typed.trim())));
}
