import { LANG_NAMES, LANGS, type Lang, lang, setLang, t } from "../i18n";

export function LanguageMenu() {
  return (
    <label class="language">
      <span class="hidden-text">{t("language")}</span>
      <select value={lang.value} onChange={(event) => setLang(event.currentTarget.value as Lang)}>
        {LANGS.map((code) => (
          <option key={code} value={code} lang={code}>
            {LANG_NAMES[code]}
          </option>
        ))}
      </select>
    </label>
  );
}
