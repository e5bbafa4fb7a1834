/* Who is here and ready, by delegation; seats to release and to add. Presence is of devices, and says nothing of
 * votes. */
import { useState } from "preact/hooks";
import { Field, NumberField } from "../../activities/editing/fields";
import { lang, otherLang, pick, t } from "../../i18n";
import { freshSlug } from "../../ids";
import { key } from "../../state";
import type { DelegationLine, SeatLine } from "../../wire";
import { asked } from "./Ask";
import { act, locked } from "./act";
import { awakeSeats, READINESS, readinessOf } from "./readiness";
import { TrialButton } from "./Trial";

export function Room() {
  const seats = key("seats");
  const presence = key("presence");
  if (!seats) return <p class="skeleton row-skeleton" />;
  const awake = awakeSeats();
  const states = seats.delegations.filter((line) => line.kind === "state");
  const others = seats.delegations.filter((line) => line.kind !== "state");
  const ready = states.filter((line) => readinessOf(line, awake) === "ready").length;
  return (
    <>
      <p class="room-count">
        <strong>{t("control.room.ready", { n: ready, of: states.length })}</strong>
        <span>{t("control.room.people", { n: presence?.total ?? 0 })}</span>
      </p>
      {presence && presence.screens === 0 && (
        <p class="small warn">{t("control.room.no_screen")}</p>
      )}
      <TrialButton />
      <StateGroups lines={states} awake={awake} />
      {others.length > 0 && <h3>{t("control.room.observers")}</h3>}
      <DelegationList lines={others} awake={awake} />
      <AddDelegation />
    </>
  );
}

interface ListProps {
  lines: DelegationLine[];
  awake: ReadonlySet<string>;
}

/** Those that need help first. */
function StateGroups({ lines, awake }: ListProps) {
  return READINESS.map((readiness) => {
    const group = lines.filter((line) => readinessOf(line, awake) === readiness);
    if (group.length === 0) return null;
    return (
      <section key={readiness} class="readiness">
        <h3>{t(`control.room.readiness.${readiness}`, { n: group.length })}</h3>
        <DelegationList lines={group} awake={awake} />
      </section>
    );
  });
}

function DelegationList({ lines, awake }: ListProps) {
  const sorted = [...lines].sort((one, other) =>
    pick(one.name).localeCompare(pick(other.name), lang.value),
  );
  return (
    <ul class="delegations">
      {sorted.map((line) => (
        <DelegationRow key={line.id} line={line} awake={awake} />
      ))}
    </ul>
  );
}

function DelegationRow({ line, awake }: { line: DelegationLine; awake: ReadonlySet<string> }) {
  const here = line.seats.filter((seat) => awake.has(seat.id)).length;
  const readiness = readinessOf(line, awake);
  const taken = line.seats.filter((seat) => seat.claimed).length;
  return (
    <li>
      <details>
        <summary>
          <span
            class={`mark ${readiness}`}
            role="img"
            aria-label={t(`control.room.mark.${readiness}`)}
          />
          <span class="grow" lang={otherLang(line.name)}>
            {pick(line.name)}
          </span>
          <span class="count">{t("control.room.here", { here, seats: line.seats.length })}</span>
        </summary>
        <p class="small muted">{t("control.room.taken", { taken, seats: line.seats.length })}</p>
        <ul class="seats">
          {line.seats.map((seat, index) => (
            <SeatRow key={seat.id} seat={seat} number={index + 1} line={line} />
          ))}
        </ul>
        <button
          type="button"
          class="button small-button"
          disabled={locked.value}
          onClick={() => void act("add_seat", { delegation: line.id })}
        >
          {t("control.room.add_seat")}
        </button>
      </details>
    </li>
  );
}

function SeatRow({ seat, number, line }: { seat: SeatLine; number: number; line: DelegationLine }) {
  const presence = key("presence");
  const connected = presence?.seats.includes(seat.id) ?? false;
  const here = presence?.awake.includes(seat.id) ? "here" : "asleep";
  const state = !seat.claimed ? "free" : connected ? here : "away";
  const name = t(seat.head && line.kind === "state" ? "control.room.head" : "control.room.seat", {
    number,
  });
  const release = () => {
    asked.value = {
      title: t("control.room.release.title", { seat: name, delegation: pick(line.name) }),
      text: t("control.room.release.text"),
      confirm: t("control.room.release"),
      cancel: t("control.cancel"),
      stands: () => isClaimed(seat.id),
      run: () => void act("release_seat", { seat: seat.id }),
    };
  };
  return (
    <li>
      <span class="grow">{name}</span>
      <span class="small muted">{t(`control.room.state.${state}`)}</span>
      {seat.claimed && (
        <button type="button" class="button small-button" disabled={locked.value} onClick={release}>
          {t("control.room.release")}
        </button>
      )}
    </li>
  );
}

function isClaimed(seat: string): boolean {
  const every = key("seats")?.delegations.flatMap((line) => line.seats) ?? [];
  return every.some((line) => line.id === seat && line.claimed);
}

function AddDelegation() {
  const [name, setName] = useState("");
  const [kind, setKind] = useState("state");
  const [count, setCount] = useState<number | null>(2);
  const add = async () => {
    const title = { [lang.value]: name.trim() };
    if (
      await act("add_delegation", { delegation: freshSlug("d-"), title, kind, seats: count ?? 1 })
    )
      setName("");
  };
  return (
    <details class="more">
      <summary>{t("control.room.add_delegation")}</summary>
      <Field label={t("control.room.name")}>
        <input
          class="field"
          maxLength={120}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <div class="form-pair">
        <Field label={t("control.room.kind")}>
          <select
            class="field"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
          >
            <option value="state">{t("control.room.kind.state")}</option>
            <option value="organisation">{t("control.room.kind.organisation")}</option>
          </select>
        </Field>
        <NumberField
          label={t("control.room.seats")}
          value={count}
          low={1}
          high={50}
          onValue={setCount}
        />
      </div>
      <button
        type="button"
        class="button"
        disabled={!name.trim() || locked.value}
        onClick={() => void add()}
      >
        {t("control.room.add_delegation.send")}
      </button>
    </details>
  );
}
