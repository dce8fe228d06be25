/** A result's `data` that is JSON text already: written into the response as it is, see `stringifyResult`. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** For whoever does not know it: the same result, by way of parse and print. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The text of an execution result, `errors` first as the specification recommends. */
export function stringifyResult(result: { errors?: unknown; data?: unknown; extensions?: unknown }): string {
  const { errors, data, extensions } = result;
  if (!(data instanceof RawJson)) return JSON.stringify({ errors, data, extensions });
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.text}${after}}`;
}
