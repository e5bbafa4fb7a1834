/*
 * The bytes of the y-websocket protocol, as far as a pad needs them: lib0's variable-length numbers, and messages of
 * one or two numbers with a body.
 */

export const SYNC = 0;
export const AWARENESS = 1;
export const QUERY_AWARENESS = 3;
/** The server's own: so many updates of this connection are on disk. */
export const SAVED = 100;
/** The server's own: the update in turn was refused, {"code": ...}. */
export const REFUSED = 101;

export const STEP_1 = 0;
export const STEP_2 = 1;
export const UPDATE = 2;

export class Reader {
  private at = 0;
  private readonly data: Uint8Array;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  uint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.data[this.at];
      if (byte === undefined) throw new RangeError("the message ends too early");
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  bytes(): Uint8Array {
    const length = this.uint();
    if (this.at + length > this.data.length) throw new RangeError("the message ends too early");
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }
}

/** A message of `numbers`, and where there is one a body after its length. */
export function message(numbers: number[], body?: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = [...numbers, ...(body ? [body.length] : [])].flatMap(varUint);
  const whole = new Uint8Array(head.length + (body?.length ?? 0));
  whole.set(head);
  if (body) whole.set(body, head.length);
  return whole;
}

function varUint(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  while (rest > 127) {
    bytes.push(128 + (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** Text for where only text can be kept. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Throws where it is no base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
