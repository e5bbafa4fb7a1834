/*
 * What a kind brings to the control page so that its activities can be prepared: the kind's folder has an Edit.tsx
 * whose `edit` is this. Question and note belong to every kind and are asked by the page.
 */
import type { ComponentType } from "preact";
import type { Text } from "../../wire";

export interface FormProps<F> {
  form: F;
  onForm: (form: F) => void;
}

/** A question that only waits for its words. */
export interface Ready<F> {
  id: string;
  /** How the list calls it: a name in the catalogue. */
  name: string;
  question?: Text;
  note?: Text;
  minutes: number;
  form: F;
}

export interface Edit<F> {
  /** Where the kind stands in the list of ready questions. */
  place: number;
  /** People vote in it: its outcome can be told by mechanism too, and a delegation can have one ballot. */
  votes?: boolean;
  /** The kind's name in the catalogue. */
  name: string;
  ready: readonly Ready<F>[];
  /** The form of a setup, as the server sent it. */
  read: (setup: Record<string, unknown>) => F;
  /** The setup without question and note. Call it when there are no faults. */
  write: (form: F) => Record<string, unknown>;
  /** Names in the catalogue of what is missing or does not fit. */
  faults: (form: F) => string[];
  /** Of what does not fit where a delegation has one ballot. */
  sharedFaults?: (form: F) => string[];
  /** The one field beside the question. */
  Main: ComponentType<FormProps<F>>;
  /** What need not be touched. */
  More?: ComponentType<FormProps<F>>;
}
