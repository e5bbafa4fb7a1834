import { render } from "preact";

render(<p>Plenaria</p>, document.body);
