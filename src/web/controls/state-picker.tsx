import { useId, useState } from "preact/hooks";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { stateNamed } from "./state-named.ts";

/** States chosen from a list that narrows as one writes, each taken out again by its button. */
export function StatePicker({
  value,
  onChange,
  suggested = [],
  onPoint,
  what = "State",
  least = 0,
}: {
  readonly value: string;
  readonly onChange: (value: string, final: boolean) => void;
  /** States offered as buttons, such as the members of an organisation. */
  readonly suggested?: readonly string[];
  /** Told of the states that the button would lead to at which the reader points. */
  readonly onPoint?: (value: string) => void;
  /** What each of them is here. */
  readonly what?: "State" | "Member";
  /** Fewest that have to stay chosen. */
  readonly least?: number;
}) {
  const catalogue = useCatalogue();
  const list = useId();
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState("");
  const chosen = value.split("~").filter(Boolean);
  const states = catalogue?.states.filter(({ votes }) => votes) ?? [];
  const nameOf = (key: string): string =>
    states.find((state) => state.key === key)?.name ?? key;
  const joined = (keys: readonly string[]): string => keys.toSorted().join("~");
  const send = (keys: readonly string[]): void => onChange(joined(keys), true);
  const add = (written: string): void => {
    const found = stateNamed(states, written);
    setText(found === undefined ? written : "");
    setUnknown(found === undefined ? written.trim() : "");
    if (found !== undefined && !chosen.includes(found.key)) send([...chosen, found.key]);
  };
  const toggled = (key: string): readonly string[] =>
    chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  const buttons = [...new Set([...suggested, ...chosen])];
  return (
    <fieldset class="control states">
      <legend>
        {`${what}s`}
        {chosen.length === 0 ? "" : ` (${chosen.length})`}
      </legend>
      {buttons.map((key) => (
        <button
          key={key}
          type="button"
          class="chip"
          aria-pressed={chosen.includes(key)}
          disabled={chosen.includes(key) && chosen.length <= least}
          onClick={() => send(toggled(key))}
          onPointerEnter={() => onPoint?.(joined(toggled(key)))}
          onFocus={() => onPoint?.(joined(toggled(key)))}
        >
          {nameOf(key)}
        </button>
      ))}
      <input
        type="text"
        size={14}
        list={list}
        aria-label={`Add a ${what.toLowerCase()}`}
        placeholder={`Add a ${what.toLowerCase()}`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setUnknown("");
          if (states.some(({ name }) => name === event.currentTarget.value))
            add(event.currentTarget.value);
        }}
        onChange={(event) => add(event.currentTarget.value)}
      />
      <datalist id={list}>
        {states.map(({ key, name }) => (
          <option key={key} value={name}>
            {key}
          </option>
        ))}
      </datalist>
      <output class="soft" aria-live="polite">
        {unknown === "" ? "" : `No one state with votes is named “${unknown}”.`}
      </output>
    </fieldset>
  );
}
