declare module "edtf" {
  /** The part of the library's values that we read. */
  interface EdtfValue {
    readonly type: string;
    readonly min: number;
    readonly max: number;
    readonly precision?: number;
    readonly uncertain?: { readonly value: number };
    readonly approximate?: { readonly value: number };
    readonly lower?: EdtfValue | number | null;
    readonly upper?: EdtfValue | number | null;
  }
  /** Parses an EDTF string; throws on one that is not EDTF. */
  export default function edtf(text: string): EdtfValue;
}
