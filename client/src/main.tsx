import { render } from "preact";
import "./tokens.css";
import "./base.css";
import "./i18n/common";
import { startClock } from "./clock";
import { connect } from "./connection";
import { lang, setLang } from "./i18n";
import { Boundary, Broken } from "./parts/Boundary";

type Page = { default: () => preact.JSX.Element };

const PAGES: Record<string, () => Promise<Page>> = {
  join: () => import("./pages/join"),
  phone: () => import("./pages/phone"),
  control: () => import("./pages/control"),
  screen: () => import("./pages/screen"),
  report: () => import("./pages/report"),
};

const { page = "join", meeting = "", role = "" } = document.body.dataset;

function show(content: preact.JSX.Element): void {
  const app = document.getElementById("app");
  if (app) render(content, app);
}

// Not awaited: a page imports what this chunk holds, and each would wait for the other.
void (PAGES[page] ?? PAGES.join)?.().then(
  ({ default: Root }) =>
    show(
      <Boundary>
        <Root />
      </Boundary>,
    ),
  () => show(<Broken />),
);

setLang(lang.value);
startClock();
if (meeting) connect(meeting, role);
