import { SourceError } from "../errors.ts";
import type { Provider, SourcePart } from "./provider.ts";
import { PROVIDERS } from "./providers.ts";
import type { SourceTable } from "./source-table.ts";

const isPart = ({ header }: SourceTable, { columns, without = [] }: SourcePart): boolean =>
  columns.every((name) => header.includes(name)) &&
  !without.some((name) => header.includes(name));

/** The columns that a file lacks of the part that it is most like. */
function nearest(table: SourceTable, parts: readonly SourcePart[]): string {
  const [best] = parts
    .map(({ id, columns }) => ({
      id,
      missing: columns.filter((name) => !table.header.includes(name)),
      share: columns.filter((name) => table.header.includes(name)).length / columns.length,
    }))
    .sort((a, b) => b.share - a.share);
  const shown = best!.missing.slice(0, 4).map((name) => `"${name}"`);
  return `${shown.join(", ")} missing (as ${best!.id})`;
}

/**
 * Says which part of a provider's data each file is.
 *
 * @throws SourceError where a file is none of them, another provider's, or the same part twice.
 */
export function recogniseParts(
  provider: Provider,
  tables: readonly SourceTable[],
): ReadonlyMap<string, readonly SourceTable[]> {
  const found = new Map<string, readonly SourceTable[]>();
  for (const table of tables) {
    const part = provider.parts.find((candidate) => isPart(table, candidate));
    if (part === undefined) {
      const other = PROVIDERS.find(({ parts }) => parts.some((one) => isPart(table, one)));
      const begins = table.header.slice(0, 4).join(",");
      throw new SourceError(
        other === undefined
          ? `this is no file of ${provider.name} that is known here: columns ` +
              `${nearest(table, provider.parts)}; the header begins "${begins}".`
          : `this is a file of ${other.name}, not of ${provider.name}.`,
        {
          where: table.file,
          hint:
            other === undefined
              ? `Bring ${provider.obtain}.`
              : `Run "casus source add ${other.name}" with it.`,
        },
      );
    }
    const earlier = found.get(part.id) ?? [];
    if (earlier.length > 0 && part.many !== true) {
      throw new SourceError(`this is ${part.describe}, and so is ${earlier[0]!.file}.`, {
        where: table.file,
        hint: "Bring each file once.",
      });
    }
    found.set(part.id, [...earlier, table]);
  }
  return found;
}
