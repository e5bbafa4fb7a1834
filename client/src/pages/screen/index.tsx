import "./words";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { status } from "../../connection";
import { t } from "../../i18n";
import { Ended } from "../../parts/Ended";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { key } from "../../state";
import { Stage } from "./Stage";

const REST_MS = 3000;

/** The room's screen: the picture, and over it, only while somebody moves the pointer, the two things one can set. */
export default function Screen() {
  const idle = useIdle();
  if (status.value === "ended") return <Ended />;
  return (
    <main class={idle ? "wall idle" : "wall"}>
      {key("meeting") ? <Stage /> : <div class="stage-frame" aria-busy="true" />}
      <div class="wall-controls">
        <LanguageMenu />
        {document.fullscreenEnabled && (
          <button type="button" class="button" onClick={() => void toggleFull()}>
            {t("screen.full")}
          </button>
        )}
      </div>
    </main>
  );
}

async function toggleFull(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // the browser would not: the page fills its window as before
  }
}

/** Three seconds after the last movement or key. */
function useIdle(): boolean {
  const idle = useSignal(true);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const wake = () => {
      idle.value = false;
      clearTimeout(rest);
      rest = setTimeout(() => {
        idle.value = true;
      }, REST_MS);
    };
    const events = ["pointermove", "pointerdown", "keydown"] as const;
    for (const name of events) addEventListener(name, wake);
    return () => {
      clearTimeout(rest);
      for (const name of events) removeEventListener(name, wake);
    };
  }, []);
  return idle.value;
}
