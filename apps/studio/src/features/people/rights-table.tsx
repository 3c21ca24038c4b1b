import { RIGHTS, ROLES } from "@understudy/core/member/contract";
import { Check } from "lucide-react";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { RIGHT_WORDS } from "./right-words.ts";
import { ROLE_WORDS } from "./role-words.ts";

/** Made of the rights that the server enforces. */
export function RightsTable() {
  return (
    <section aria-labelledby="rights" className="pb-10">
      <div className="px-6 py-3 max-md:px-4">
        <h2 id="rights" className="font-semibold">
          Who may do what
        </h2>
        <p className="text-sm text-pretty text-muted">
          What the server enforces, for every way in. API keys never reach people, keys or the
          workspace itself.
        </p>
      </div>
      <table className="w-full table-fixed border-t border-line">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Right</th>
            {ROLES.map((role) => (
              <th key={role} className={`${TABLE_HEAD} w-20 max-md:w-14 max-md:px-1`}>
                <span className="block text-center">{ROLE_WORDS[role].name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RIGHTS.map(({ permission, lowestRole }) => (
            <tr key={permission} className={TABLE_ROW}>
              <th scope="row" className={`${TABLE_CELL} py-1.5 text-left font-normal`}>
                {RIGHT_WORDS[permission]}
              </th>
              {ROLES.map((role) => (
                <td key={role} className={`${TABLE_CELL} max-md:px-1`}>
                  <Held isHeld={ROLES.indexOf(role) >= ROLES.indexOf(lowestRole)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Held({ isHeld }: { isHeld: boolean }) {
  return (
    <span className="grid justify-items-center">
      {isHeld ? (
        <Check aria-hidden className="size-4 text-good" />
      ) : (
        <span aria-hidden className="text-faint">
          –
        </span>
      )}
      <span className="sr-only">{isHeld ? "Yes" : "No"}</span>
    </span>
  );
}
