import { Component, type ComponentChildren } from "preact";
import { t } from "../i18n";

/** Where a page fails to load or to draw: never an empty one. What was kept or sent is not touched. */
export function Broken() {
  return (
    <main class="ended">
      <p role="alert">{t("state.broken")}</p>
      <p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t("state.reload")}
        </button>
      </p>
    </main>
  );
}

export class Boundary extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ broken: true });
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
