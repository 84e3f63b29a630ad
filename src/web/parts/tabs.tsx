import type { RelatedAddress } from "../laboratory/questions.ts";
import { hrefOf } from "../place/base.ts";

/** Where many answers are about the same thing, they stand by subject. */
const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ["In short", /^(?:|assessment|readings)$/u],
  ["Votes", /^(?:alignment|cohesion|explain|splits|blocs|breaks|positions?|forecast|leads?)$/u],
  ["Conduct", /^(?:record|responsiveness|stances|participation|conformance)$/u],
  ["Weight", /^(?:organs|power|capabilities|dependence|dominance|influence)$/u],
  ["Duration", /^(?:durability|vitality|dynamics)$/u],
];
/** From so many links on they are grouped. */
const MANY = 9;

function Link({ one, path }: { readonly one: RelatedAddress; readonly path: string }) {
  return (
    <a
      href={hrefOf(one.address)}
      title={one.describe}
      aria-current={one.address === path ? "page" : undefined}
    >
      {one.label}
    </a>
  );
}

/** Links to the other answers about the same thing. */
export function Tabs({
  related,
  address,
}: {
  readonly related: readonly RelatedAddress[];
  readonly address: string;
}) {
  if (related.length === 0) return null;
  const path = address.split("?")[0] ?? "";
  if (related.length < MANY) {
    return (
      <nav class="tabs" aria-label="About the same">
        {related.map((one) => (
          <Link key={one.address} one={one} path={path} />
        ))}
      </nav>
    );
  }
  const stem = related[0]?.address ?? "";
  const subjectOf = ({ address: other }: RelatedAddress): string => {
    const last = other.slice(stem.length + 1);
    return SUBJECTS.find(([, pattern]) => pattern.test(last))?.[0] ?? "More";
  };
  const groups = [...SUBJECTS.map(([subject]) => subject), "More"]
    .map((subject) => [subject, related.filter((one) => subjectOf(one) === subject)] as const)
    .filter(([, links]) => links.length > 0);
  return (
    <nav class="tabs grouped" aria-label="About the same">
      {groups.map(([subject, links]) => (
        <div key={subject}>
          <span class="soft">{subject}</span>
          {links.map((one) => (
            <Link key={one.address} one={one} path={path} />
          ))}
        </div>
      ))}
    </nav>
  );
}
