import "./join.css";
import "./words";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { has, lang, pick, t } from "../../i18n";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { Live } from "../../parts/Live";
import { CodeForm } from "./CodeForm";
import {
  enter,
  type Knock,
  type Lobby,
  lobby,
  pageOf,
  Refusal,
  rememberDelegation,
  takeFragment,
} from "./door";
import { SeatForm } from "./SeatForm";

/** From a code, a QR or a card to the room, in as few steps as what one holds allows. */
export default function Join() {
  const found = useSignal<{ knock: Knock; lobby: Lobby } | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  const attempt = async (work: () => Promise<void>) => {
    busy.value = true;
    problem.value = undefined;
    try {
      await work();
    } catch (error) {
      problem.value = error instanceof Refusal ? error.code : "unknown";
    } finally {
      busy.value = false;
    }
  };
  const go = async (knock: Knock, delegation?: string) => {
    const entered = await enter(knock, delegation, lang.value);
    if (delegation) rememberDelegation(entered.meeting, delegation);
    location.replace(pageOf(entered));
  };
  const knockWith = (knock: Knock) =>
    attempt(async () => {
      if ("secret" in knock) await go(knock);
      else found.value = { knock, lobby: await lobby(knock) };
    });

  useEffect(() => {
    const take = () => {
      const held = takeFragment();
      if (held) void knockWith(held);
    };
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);

  const current = found.value;
  const title = useRef<HTMLHeadingElement>(null);
  const steps = useRef(0);
  useEffect(() => {
    // Another step: its heading is read out, and what was focused before is gone. The first one is left to the browser.
    if (steps.current++ > 0) title.current?.focus();
  }, [current]);
  return (
    <main class="join" aria-busy={busy.value}>
      <Live />
      <header>
        <LanguageMenu />
        <h1 ref={title} tabIndex={-1} dir="auto">
          {current ? pick(current.lobby.title) : t("join.title")}
        </h1>
        {current && (
          <p class="muted" dir="auto">
            {pick(current.lobby.place)}
          </p>
        )}
      </header>
      {problem.value && (
        <p class="banner danger" role="alert">
          {t(has(`code.${problem.value}`) ? `code.${problem.value}` : "code.unknown")}
        </p>
      )}
      {current ? (
        <SeatForm
          lobby={current.lobby}
          busy={busy.value}
          onEnter={(delegation) => void attempt(() => go(current.knock, delegation))}
          onBack={() => {
            found.value = undefined;
          }}
        />
      ) : (
        <CodeForm busy={busy.value} onCode={(code) => void knockWith({ code })} />
      )}
    </main>
  );
}
