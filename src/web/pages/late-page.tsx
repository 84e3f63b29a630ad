import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FaultBox } from "../parts/fault-box.tsx";
import { Waiting } from "../parts/waiting.tsx";

/** A page whose code is fetched when it is first shown. */
export function LatePage<Given extends object>({
  load,
  given,
}: {
  readonly load: () => Promise<ComponentType<Given>>;
  readonly given: Given;
}) {
  const [made, setMade] = useState<{
    readonly load: unknown;
    readonly page: ComponentType<Given>;
  } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    load().then(
      (page) => {
        if (!left) setMade({ load, page });
      },
      (error: unknown) => setFault(String(error)),
    );
    return () => {
      left = true;
    };
  }, [load]);
  if (fault !== null) return <FaultBox fault={{ code: "source", line: fault }} />;
  // The place in the frame is the same for every such page: another page's code is not this one's.
  if (made === null || made.load !== load) return <Waiting steps={null} />;
  const Page = made.page;
  return <Page {...given} />;
}
