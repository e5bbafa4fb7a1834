import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component that is fetched when it is first drawn: what most phones never show stays out of the first load. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let found: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [, drawn] = useState(found !== undefined);
    useEffect(() => {
      if (found) return;
      void load().then((component) => {
        found = component;
        drawn(true);
      });
    }, []);
    const Found = found;
    return Found ? <Found {...props} /> : <div class="skeleton" style={{ height: "9em" }} />;
  };
}
