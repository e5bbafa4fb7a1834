import { t } from "../../i18n";
import type { WifiValue } from "../../wire";

/** ABCDEF as people read it aloud: ABC-DEF. */
export function spelled(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}

export function JoinQr({ code }: { code: string }) {
  return (
    <img
      class="stage-qr"
      src={`/qr.svg?code=${encodeURIComponent(code)}`}
      alt={t("screen.qr.join")}
    />
  );
}

export function WifiQr({ meeting }: { meeting: string }) {
  return (
    <img
      class="stage-qr"
      src={`/qr.svg?wifi=1&meeting=${encodeURIComponent(meeting)}`}
      alt={t("screen.qr.wifi")}
    />
  );
}

interface Props {
  code: string;
  wifi: WifiValue | null;
  meeting: string;
  large: boolean;
}

/** The way in, for whoever comes late: smaller while something else matters, never gone. */
export function JoinCorner({ code, wifi, meeting, large }: Props) {
  return (
    <aside class={large ? "join-corner large" : "join-corner"}>
      <figure>
        <JoinQr code={code} />
        <figcaption class="join-code">{spelled(code)}</figcaption>
      </figure>
      {wifi && (
        <figure>
          <WifiQr meeting={meeting} />
          <figcaption>{t("screen.wifi", { name: wifi.name })}</figcaption>
        </figure>
      )}
    </aside>
  );
}
