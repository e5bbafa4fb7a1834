import { ended } from "../connection";
import { has, t } from "../i18n";

/** The server said not to come back: why, and what now. */
export function Ended() {
  const code = ended.value ?? "";
  return (
    <main class="ended">
      <p>{t(has(`ended.${code}`) ? `ended.${code}` : "ended.other")}</p>
      <p>
        <a class="button" href="/j">
          {t("ended.again")}
        </a>
      </p>
    </main>
  );
}
