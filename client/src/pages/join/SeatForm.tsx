import { useSignal } from "@preact/signals";
import { pick, t } from "../../i18n";
import { type Lobby, type LobbyDelegation, lastDelegation, matching } from "./door";
import { RoomRules } from "./RoomRules";

interface Props {
  lobby: Lobby;
  busy: boolean;
  onEnter: (delegation: string | undefined) => void;
  onBack: () => void;
}

/** The delegation, or the seat that a card brings; then the rules of the room, and in. */
export function SeatForm({ lobby, busy, onEnter, onBack }: Props) {
  const known = lobby.delegations.find((one) => one.id === lastDelegation(lobby.meeting));
  const chosen = useSignal<string | undefined>(known?.id);
  if (lobby.closed) {
    return (
      <>
        <p class="banner">{t("code.meeting_closed")}</p>
        <button type="button" class="button quiet" onClick={onBack}>
          {t("join.other_code")}
        </button>
      </>
    );
  }
  const byCard = lobby.seat !== null;
  const cardsOnly = lobby.entry === "cards" && !byCard;
  return (
    <form
      class="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (byCard || chosen.value) onEnter(byCard ? undefined : chosen.value);
      }}
    >
      {byCard && <OwnSeat lobby={lobby} />}
      {cardsOnly && <p class="banner">{t("join.cards")}</p>}
      {!byCard && !cardsOnly && (
        <Choose
          delegations={lobby.delegations}
          chosen={chosen.value}
          onChoose={(id) => {
            chosen.value = id;
          }}
        />
      )}
      {!cardsOnly && (
        <div class="enter">
          <button type="submit" class="button main" disabled={busy || !(byCard || chosen.value)}>
            {t("join.enter")}
          </button>
        </div>
      )}
      <RoomRules rules={lobby.rules} />
      <button type="button" class="button quiet" onClick={onBack}>
        {t("join.other_code")}
      </button>
    </form>
  );
}

function OwnSeat({ lobby }: { lobby: Lobby }) {
  const delegation = lobby.delegations.find((one) => one.id === lobby.seat?.delegation);
  // "panama-2" is the second seat of Panama, whose name stands above.
  const seat = lobby.seat?.id.replace(`${delegation?.id}-`, "") ?? "";
  return (
    <p class="banner calm">
      <strong>{pick(delegation?.name)}</strong>
      <br />
      {t("join.seat", { seat })}
      {lobby.seat?.head && ` · ${t("join.head")}`}
    </p>
  );
}

function Choose(props: {
  delegations: LobbyDelegation[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const typed = useSignal("");
  const found = matching(props.delegations, typed.value, (one) => pick(one.name));
  const groups = [
    ["join.states", found.filter((one) => one.kind === "state")],
    ["join.observers", found.filter((one) => one.kind !== "state")],
  ] as const;
  return (
    <fieldset class="choose">
      <legend>{t("join.delegation")}</legend>
      <input
        class="field"
        type="search"
        placeholder={t("join.search")}
        aria-label={t("join.search")}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <div class="list">
        {found.length === 0 && <p class="muted">{t("join.none")}</p>}
        {groups.map(([title, group]) => (
          <Group
            key={title}
            title={t(title)}
            group={group}
            chosen={props.chosen}
            onChoose={props.onChoose}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Group(props: {
  title: string;
  group: LobbyDelegation[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  if (props.group.length === 0) return null;
  return (
    <fieldset class="rows">
      <legend class="small muted group-title">{props.title}</legend>
      {props.group.map((one) => (
        <label key={one.id} class="row">
          <input
            type="radio"
            name="delegation"
            checked={props.chosen === one.id}
            onChange={() => props.onChoose(one.id)}
          />
          <span class="grow">
            {pick(one.name)}
            {one.free === 0 && props.chosen !== one.id && (
              <span class="small muted"> · {t("join.full")}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
