import { signal, useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { key } from "../../state";

/** The activity somebody is answering and has not sent: the moderator's next step must not take it from under them. */
export const unsent = signal<string | undefined>(undefined);

interface Followed {
  shown: string | undefined;
  waiting: string | undefined;
  go: () => void;
}

/** What this phone shows: the moderator's activity, unless something unsent holds it back or the person looked away. */
export function useFollowed(): Followed {
  const held = useSignal<string | undefined>(undefined);
  const followed = useComputed(() => key("now")?.activity ?? undefined);
  const session = key("now")?.session;
  useEffect(() => {
    chosen.value = undefined;
  }, [followed.value, session]);
  useEffect(() => {
    if (unsent.value === undefined || unsent.value === followed.value) held.value = followed.value;
  }, [followed.value, unsent.value]);
  const holding =
    unsent.value !== undefined && unsent.value !== followed.value && held.value === unsent.value;
  const own = holding ? unsent.value : followed.value;
  return {
    shown: chosen.value ?? own,
    waiting: holding ? followed.value : undefined,
    go: () => {
      unsent.value = undefined;
      held.value = followed.value;
    },
  };
}

/** Another open activity of the session that the person went to by themselves: the table's notes, or back. */
export const chosen = signal<string | undefined>(undefined);
