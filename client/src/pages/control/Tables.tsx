/* The tables of the running session: who sits where, moving a seat, moving everybody on. */
import { useState } from "preact/hooks";
import { lang, pick, t } from "../../i18n";
import { RotationTime } from "../../parts/RotationTime";
import { key } from "../../state";
import type { DelegationLine, SessionLine } from "../../wire";
import { act, locked } from "./act";
import { sessionLine } from "./look";

interface Sitting {
  id: string;
  name: string;
  claimed: boolean;
  here: boolean;
  table: string | null;
}

export function Tables() {
  const session = sessionLine(key("now")?.session ?? "");
  if (!session) return <p class="muted">{t("control.tables.none")}</p>;
  if (session.format !== "tables") return <p class="muted">{t("control.tables.plenary")}</p>;
  const sitting = seated(key("seats")?.delegations ?? [], key("presence")?.seats ?? []);
  return (
    <>
      <Rotation session={session} />
      <ol class="tables">
        {session.tables.map((table, index) => (
          <Table
            key={table}
            session={session}
            table={table}
            number={index + 1}
            sitting={sitting.filter((seat) => seat.table === table)}
          />
        ))}
      </ol>
    </>
  );
}

/** Every seat with its words; those of one delegation are numbered. */
export function seated(
  delegations: readonly DelegationLine[],
  connected: readonly string[],
): Sitting[] {
  const here = new Set(connected);
  return delegations
    .flatMap((line) =>
      line.seats.map((seat, index) => ({
        id: seat.id,
        name: `${pick(line.name)} ${index + 1}`,
        claimed: seat.claimed,
        here: here.has(seat.id),
        table: seat.table,
      })),
    )
    .sort((one, other) => one.name.localeCompare(other.name, lang.value));
}

function Rotation({ session }: { session: SessionLine }) {
  const done = session.rotation;
  return (
    <div class="rotation">
      <p class="small">
        {session.rotations > 0
          ? t("control.tables.rotation", {
              count: done,
              of: session.rotations,
              minutes: session.rotation_minutes,
            })
          : t("control.tables.rotation.free", { count: done })}
      </p>
      <p class="small">
        <RotationTime session={session.id} />
      </p>
      <button
        type="button"
        class="button"
        disabled={locked.value}
        onClick={() => void act("rotate_tables", { session: session.id, rotation: done + 1 })}
      >
        {t("control.tables.rotate")}
      </button>
    </div>
  );
}

interface TableProps {
  session: SessionLine;
  table: string;
  number: number;
  sitting: Sitting[];
}

function Table({ session, table, number, sitting }: TableProps) {
  const taken = sitting.filter((seat) => seat.claimed);
  const free = sitting.filter((seat) => !seat.claimed);
  const [all, setAll] = useState(false);
  const shown = all ? sitting : taken;
  return (
    <li>
      <h3>
        {t("table.name", { number })}{" "}
        <span class="small muted">{t("control.tables.people", { n: taken.length })}</span>
      </h3>
      <ul class="seats">
        {shown.map((seat) => (
          <li key={seat.id}>
            <span class={seat.here ? "mark here" : "mark"} aria-hidden="true" />
            <span class={seat.claimed ? "grow" : "grow muted"}>
              {seat.name}
              <span class="hidden-text">
                {" "}
                {t(
                  seat.here
                    ? "control.room.state.here"
                    : seat.claimed
                      ? "control.room.state.away"
                      : "control.room.state.free",
                )}
              </span>
            </span>
            <MoveSeat session={session} seat={seat} table={table} />
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <button
          type="button"
          class="button quiet small-button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? "control.tables.free.hide" : "control.tables.free.show", { n: free.length })}
        </button>
      )}
    </li>
  );
}

function MoveSeat({
  session,
  seat,
  table,
}: {
  session: SessionLine;
  seat: Sitting;
  table: string;
}) {
  return (
    <label>
      <span class="hidden-text">{t("control.tables.move", { seat: seat.name })}</span>
      <select
        class="field compact"
        value={table}
        disabled={locked.value}
        onChange={(event) =>
          void act("assign_table", {
            session: session.id,
            seat: seat.id,
            table: event.currentTarget.value,
          })
        }
      >
        {session.tables.map((id, index) => (
          <option key={id} value={id}>
            {t("table.name", { number: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
