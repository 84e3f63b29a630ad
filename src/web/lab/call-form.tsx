import { CALL_PLACES, CALL_THREATS, SCENARIO_MODELS } from "../../answer/query.ts";
import { withValue } from "../controls/with-value.ts";
import type { Catalogue } from "../laboratory/questions.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { goTo } from "../place/place.ts";
import { type CallQuery, readCall } from "./call-query.ts";
import { keepMark } from "./keep-mark.ts";

type Choice = readonly [value: string, label: string];

const plain = (values: readonly string[]): readonly Choice[] =>
  values.map((value) => [value, value]);

const MODELS: Readonly<Record<string, string>> = {
  choice: "choice model",
  "base-rate": "base rate",
  bargaining: "bargaining model",
};

const INSTRUMENTS: readonly Choice[] = [
  ["troops", "troops"],
  ["materiel", "materiel"],
  ["consultation", "consultation"],
];

const CAPABILITY_CHOICES: readonly Choice[] = [
  ["means", "the members' means"],
  ["equal", "equal"],
];

function Pick({
  label,
  value,
  choices,
  onPick,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onPick: (value: string) => void;
}) {
  // What an address names is shown, also where the list does not hold it.
  const listed = choices.some(([one]) => one === value)
    ? choices
    : [...choices, [value, value] as const];
  return (
    <label class="control">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {listed.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function statesOf(catalogue: Catalogue | null, query: CallQuery) {
  const name = (key: string): string =>
    catalogue?.states.find((state) => state.key === key)?.name ?? key;
  const choice = (key: string): Choice => [key.toLowerCase(), name(key)];
  const organisation = catalogue?.organisations.find(({ id }) => id === query["alliance"]);
  const byName = (a: Choice, b: Choice): number => (a[1] < b[1] ? -1 : 1);
  return {
    members: (organisation?.ever ?? []).map(choice).sort(byName),
    all: (catalogue?.states ?? [])
      .filter(({ votes }) => votes)
      .map(({ key }) => choice(key))
      .sort(byName),
  };
}

/** What is asked: who calls on whom, over what, for what. Each change is a new address. */
export function CallForm({ address }: { readonly address: string }) {
  const catalogue = useCatalogue();
  const query = readCall(address);
  const { members, all } = statesOf(catalogue, query);
  const change = (changes: Readonly<Record<string, string>>): void =>
    goTo(keepMark(withValue(address, changes)));
  const alliances = (catalogue?.organisations ?? [])
    .filter(({ kind }) => kind === "alliance")
    .map(({ id, short }): Choice => [id, short]);
  const changeAlliance = (id: string): void => {
    const ever = catalogue?.organisations.find((one) => one.id === id)?.members ?? [];
    const own = (query["appellant"] ?? "").toUpperCase();
    const appellant = ever.includes(own) ? own : (ever[0] ?? own);
    change({ alliance: id, appellant: appellant.toLowerCase(), hold: "", instrument: "" });
  };
  return (
    <form class="controls" aria-label="The call" onSubmit={(event) => event.preventDefault()}>
      <Pick
        label="Alliance"
        value={query["alliance"] ?? ""}
        choices={alliances}
        onPick={changeAlliance}
      />
      <Pick
        label="Who calls"
        value={query["appellant"] ?? ""}
        choices={members}
        onPick={(appellant) => change({ appellant, hold: "" })}
      />
      <Pick
        label="Threat"
        value={query["threat"] ?? "external"}
        choices={plain(CALL_THREATS)}
        onPick={(threat) => change({ threat })}
      />
      <Pick
        label="Where"
        value={query["place"] ?? "inside"}
        choices={CALL_PLACES.map((place) => [place, `${place} the treaty area`])}
        onPick={(place) => change({ place: place === "inside" ? "" : place })}
      />
      <Pick
        label="Adversary"
        value={query["adversary"] ?? ""}
        choices={[["", "none named"], ...all]}
        onPick={(adversary) => change({ adversary })}
      />
      <Pick
        label="What is asked for"
        value={query["instrument"] ?? "troops"}
        choices={INSTRUMENTS}
        onPick={(instrument) =>
          change({ instrument: instrument === "troops" ? "" : instrument })
        }
      />
      <Pick
        label="UN mandate"
        value={query["mandate"] ?? "no"}
        choices={plain(["no", "yes"])}
        onPick={(mandate) => change({ mandate: mandate === "no" ? "" : mandate })}
      />
      <Pick
        label="Members decide by"
        value={query["model"] ?? "choice"}
        choices={SCENARIO_MODELS.map((model) => [model, MODELS[model] ?? model])}
        onPick={(model) =>
          change({
            model: model === "choice" ? "" : model,
            ...(model === "bargaining" ? {} : { capability: "" }),
          })
        }
      />
      {query["model"] === "bargaining" ? (
        <Pick
          label="Capability"
          value={query["capability"] ?? "means"}
          choices={CAPABILITY_CHOICES}
          onPick={(name) => change({ capability: name === "means" ? "" : name })}
        />
      ) : null}
      <label class="control">
        <span>On the day</span>
        <input
          type="date"
          value={query["at"] ?? ""}
          onChange={(event) => change({ at: event.currentTarget.value })}
        />
      </label>
    </form>
  );
}
