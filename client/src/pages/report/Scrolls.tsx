import type { ComponentChildren } from "preact";

/** A wide or long table in a box of its own, that the keyboard can scroll. */
export function Scrolls({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll without a mouse too
    <section class="scrolls" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
