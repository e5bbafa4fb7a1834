import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { bind } from "./binding";

let doc: Y.Doc;
let text: Y.Text;
let area: HTMLTextAreaElement;
let unbind: () => void;

beforeEach(() => {
  doc = new Y.Doc();
  text = doc.getText("text");
  text.insert(0, "el rezago crece");
  area = document.createElement("textarea");
  document.body.append(area);
  unbind = bind(area, text, () => {});
  area.focus();
});

afterEach(() => {
  unbind();
  area.remove();
});

function type(value: string, caret = value.length, event = "input"): void {
  area.value = value;
  area.setSelectionRange(caret, caret);
  area.dispatchEvent(new Event(event));
}

/** Somebody else's edit. */
function remote(change: (text: Y.Text) => void): void {
  doc.transact(() => change(text), "remote");
}

it("shows the text and takes in what is typed", () => {
  expect(area.value).toBe("el rezago crece");
  type("el rezago no crece", 13);
  expect(text.toString()).toBe("el rezago no crece");
});

it("keeps the caret on its word when others write before it", () => {
  area.setSelectionRange(9, 9);
  remote((t) => t.insert(0, "Aquí "));
  expect(area.value).toBe("Aquí el rezago crece");
  expect(area.selectionStart).toBe(14);
  remote((t) => t.delete(0, 5));
  expect(area.selectionStart).toBe(9);
  remote((t) => t.insert(text.length, " mucho"));
  expect(area.selectionStart).toBe(9);
});

it("does not touch the area while a word is being composed, and loses nothing of either", () => {
  area.dispatchEvent(new Event("compositionstart"));
  type("el rezago crece m");
  remote((t) => t.insert(0, "Hoy "));
  expect(area.value).toBe("el rezago crece m");
  type("el rezago crece más");
  expect(area.value).toBe("el rezago crece más");
  area.dispatchEvent(new Event("compositionend"));
  expect(text.toString()).toBe("Hoy el rezago crece más");
  expect(area.value).toBe("Hoy el rezago crece más");
  expect(area.selectionStart).toBe(23);
});

it("takes in what was being composed when it is let go", () => {
  area.dispatchEvent(new Event("compositionstart"));
  remote((t) => t.insert(0, "Hoy "));
  type("el rezago crece ya");
  unbind();
  expect(text.toString()).toBe("Hoy el rezago crece ya");
  unbind = () => {};
});

it("lets two people write in one text", () => {
  const other = document.createElement("textarea");
  const letGo = bind(other, text, () => {});
  type("el rezago crece aquí");
  other.value = `Sí, ${other.value}`;
  other.setSelectionRange(4, 4);
  other.dispatchEvent(new Event("input"));
  expect(area.value).toBe("Sí, el rezago crece aquí");
  expect(other.value).toBe("Sí, el rezago crece aquí");
  letGo();
});
