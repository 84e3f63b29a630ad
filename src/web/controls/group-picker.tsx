import { askAhead } from "../laboratory/ask.ts";
import { goTo } from "../place/place.ts";
import { StatePicker } from "./state-picker.tsx";

/** Fewest states of a group. */
const FEWEST = 2;

const GROUP = /^(\/groups\/)([^/?]+)/u;

/** The states of a group's address: one added or taken out is another group's address. */
export function GroupPicker({ address }: { readonly address: string }) {
  const states = GROUP.exec(address)?.[2];
  if (states === undefined) return null;
  const withStates = (value: string): string =>
    address.replace(GROUP, (_, start: string) => start + value);
  return (
    <StatePicker
      what="Member"
      value={states}
      least={FEWEST}
      onChange={(value) => goTo(withStates(value))}
      onPoint={(value) => {
        if (value.split("~").length >= FEWEST) askAhead(withStates(value));
      }}
    />
  );
}
