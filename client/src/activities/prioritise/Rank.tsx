import { useLayoutEffect, useRef } from "preact/hooks";
import { otherLang, pick, register, t } from "../../i18n";
import type { Option, VoteProps } from "../kind";
import { shuffled } from "../order";
import { moved, type PrioritiseSetupShape, ranked, without } from "./readiness";

register({
  "rank.tray": { es: "Su orden", en: "Your order", pt: "Sua ordem" },
  "rank.rest": {
    es: "Toque en orden de prioridad",
    en: "Tap in order of priority",
    pt: "Toque em ordem de prioridade",
  },
  "rank.full": {
    es: "Ya eligió {n}. Para elegir otra, quite una.",
    en: "You have chosen {n}. To choose another, remove one.",
    pt: "Já escolheu {n}. Para escolher outra, retire uma.",
  },
  "rank.up": { es: "Subir", en: "Up", pt: "Subir" },
  "rank.down": { es: "Bajar", en: "Down", pt: "Descer" },
  "rank.remove": { es: "Quitar", en: "Remove", pt: "Retirar" },
});

export type RankProps = VoteProps & { setup: PrioritiseSetupShape };

/** What happens once the new order is drawn. */
interface After {
  /** An option, and where it stood: it stays under the eyes while the tray above it grows. */
  still?: { id: string; top: number } | undefined;
  /** Where the focus goes: a button of an option, or the form's own. */
  focus: { id: string; move: string } | "send";
}

/** Tap in order: what is chosen goes to the tray on top with its number, the rest keeps its order and its place. */
export function Rank({ draft, onDraft, seed, setup }: RankProps) {
  const root = useRef<HTMLDivElement>(null);
  const after = useRef<After | undefined>(undefined);
  const order = ranked(setup, draft);
  const byId = new Map(setup.options.map((option) => [option.id, option]));
  const rest = shuffled(setup.options, seed).filter((option) => !order.includes(option.id));
  const full = order.length >= (setup.top ?? 1);

  useLayoutEffect(() => {
    const { still, focus } = after.current ?? {};
    after.current = undefined;
    const now = still && itemOf(root.current, still.id)?.getBoundingClientRect().top;
    if (still && now !== undefined) window.scrollBy(0, now - still.top);
    const target = focus === "send" ? sendOf(root.current) : focus && buttonOf(root.current, focus);
    target?.focus({ preventScroll: focus !== undefined && still !== undefined });
  }, [order.join()]);

  const choose = (index: number) => {
    const option = rest[index];
    if (!option) return;
    const neighbour = rest[index + 1] ?? rest[index - 1];
    const top = neighbour && itemOf(root.current, neighbour.id)?.getBoundingClientRect().top;
    const last = order.length + 1 >= (setup.top ?? 1);
    after.current = {
      still: neighbour && top !== undefined ? { id: neighbour.id, top } : undefined,
      focus: last || !neighbour ? "send" : { id: neighbour.id, move: "pick" },
    };
    onDraft({ ranking: [...order, option.id] });
  };
  const change = (ranking: string[], id: string, move: string) => {
    after.current = { focus: { id, move } };
    onDraft({ ranking });
  };

  return (
    <div ref={root} class="rank">
      {order.length > 0 && (
        <section class="tray">
          <h3>{t("rank.tray")}</h3>
          <ol>
            {order.map((id, index) => (
              <Chosen
                key={id}
                option={byId.get(id)}
                place={index + 1}
                last={index === order.length - 1}
                onMove={(by, move) => change(moved(order, index, index + by), id, move)}
                onRemove={() => change(without(order, id), id, "pick")}
              />
            ))}
          </ol>
        </section>
      )}
      {rest.length > 0 && (
        <p class="muted small">{full ? t("rank.full", { n: order.length }) : t("rank.rest")}</p>
      )}
      <ul class="rows">
        {rest.map((option, index) => (
          <li key={option.id} data-option={option.id}>
            <button
              type="button"
              class="row"
              data-move="pick"
              disabled={full}
              onClick={() => choose(index)}
            >
              <span class="number" />
              <span class="grow" lang={otherLang(option.text)} dir="auto">
                {pick(option.text)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chosen(props: {
  option: Option | undefined;
  place: number;
  last: boolean;
  onMove: (by: -1 | 1, move: string) => void;
  onRemove: () => void;
}) {
  const { option, place, last } = props;
  const name = pick(option?.short ?? option?.text);
  const button = (move: "up" | "down" | "remove", disabled: boolean, onClick: () => void) => (
    <button
      type="button"
      class="button small"
      data-move={move}
      aria-label={`${t(`rank.${move}`)}: ${name}`}
      disabled={disabled}
      onClick={onClick}
    >
      {t(`rank.${move}`)}
    </button>
  );
  return (
    <li data-option={option?.id}>
      <span class="number chosen">{place}</span>
      <span class="grow" dir="auto">
        {name}
      </span>
      <span class="moves">
        {button("up", place === 1, () => props.onMove(-1, "up"))}
        {button("down", last, () => props.onMove(1, "down"))}
        {button("remove", false, props.onRemove)}
      </span>
    </li>
  );
}

function itemOf(root: HTMLElement | null, id: string): HTMLElement | undefined {
  const all = [...(root?.querySelectorAll<HTMLElement>("[data-option]") ?? [])];
  return all.find((element) => element.dataset.option === id);
}

/** The button wanted, or where it is of no use any more another of the same option. */
function buttonOf(
  root: HTMLElement | null,
  { id, move }: { id: string; move: string },
): HTMLButtonElement | undefined {
  const all = [...(itemOf(root, id)?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
  const useful = all.filter((button) => !button.disabled);
  return useful.find((button) => button.dataset.move === move) ?? useful[0];
}

function sendOf(root: HTMLElement | null): HTMLElement | null | undefined {
  return root?.closest("form")?.querySelector<HTMLElement>("button[type=submit]");
}
