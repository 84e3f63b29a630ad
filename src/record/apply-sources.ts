import { ATOP } from "../sources/atop.ts";
import { COW_TRADE } from "../sources/cow-trade.ts";
import { FARISS } from "../sources/fariss.ts";
import { NMC } from "../sources/nmc.ts";
import { providerOf } from "../sources/prepare-source.ts";
import type { Provider } from "../sources/provider.ts";
import type { StoredSource } from "../sources/read-store.ts";
import { SIPRI } from "../sources/sipri.ts";
import { readStoredTables } from "../sources/read-stored-tables.ts";
import type { CasusRecord } from "./record.ts";
import type { Source } from "./source.ts";

/**
 * Adds the data sets that a user brought to a record. The shipped record is not touched; the release
 * id of the result says that it has them, by a fingerprint of their checksums.
 */
export function applySources(
  record: CasusRecord,
  stored: readonly StoredSource[],
  fingerprint: string,
): CasusRecord {
  if (stored.length === 0) return record;
  const tablesOf = <Tables>(provider: Provider<Tables>): (() => Tables | null) => {
    const found = stored.find(({ held }) => held.name === provider.name);
    let tables: Tables | null = null;
    return () => {
      if (found === undefined) return null;
      tables ??= readStoredTables(provider, found, record.states);
      return tables;
    };
  };
  const cited = stored.map(({ held }): Source => {
    const { citation } = providerOf(held.name);
    return { ...citation, version: held.version };
  });
  const brought = new Set(cited.map(({ id }) => id));
  return {
    ...record,
    release: `${record.release}${record.overlay === null ? "+" : "."}sources.${fingerprint}`,
    sources: [...record.sources.filter(({ id }) => !brought.has(id)), ...cited].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    userSources: {
      held: stored.map(({ held }) => ({ ...held, source: providerOf(held.name).citation.id })),
      arms: tablesOf(SIPRI),
      atop: tablesOf(ATOP),
      fariss: tablesOf(FARISS),
      nmc: tablesOf(NMC),
      trade: tablesOf(COW_TRADE),
    },
  };
}
