import { useEffect } from "preact/hooks";
import { announce, said } from "../live";

/** The page's one live region. It stands there, empty, before there is anything to say. */
export function Live() {
  return (
    <p class="hidden-text" role="status" aria-live="polite">
      {said}
    </p>
  );
}

/** Says `text` whenever it has changed. */
export function useAnnounced(text: string | undefined): void {
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
}
