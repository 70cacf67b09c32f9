import type { SlotLine } from "./slot-lines";

export function PrintedSlots({ lines }: { lines: SlotLine[] }) {
  return (
    <table className="w-full border-collapse text-left text-sm tabular-nums">
      <thead>
        <tr className="border-edge border-b">
          <th className={cellClass}>Time</th>
          <th className={cellClass}>Student</th>
          <th className={cellClass}>Interviewers</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, time, isBreak, who, program, email, interviewers }) => (
          <tr key={id} className="break-inside-avoid border-line border-b">
            <th scope="row" className={`${cellClass} w-40 font-normal whitespace-nowrap`}>
              {time}
            </th>
            {isBreak ? (
              <td colSpan={2} className={`${cellClass} text-muted italic`}>
                {who}
              </td>
            ) : (
              <>
                <td className={cellClass}>
                  <span className="font-medium">{who}</span> {program}
                  {email && <span className="block text-muted wrap-anywhere">{email}</span>}
                </td>
                <td className={cellClass}>{interviewers}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellClass = "px-2 py-1.5 align-top first:pl-0";
