import type { StaffMember } from "./api";
import { StaffRow } from "./staff-row";

export function StaffList({ staff }: { staff: StaffMember[] }) {
  return (
    <section aria-labelledby="staff">
      <h2 id="staff" className="font-medium">
        Staff
      </h2>
      <p className="mb-3 text-muted text-sm">
        Admins can change everything and see working Interview Links. Viewers can see everything
        except those links.
      </p>
      <ul className="divide-y divide-line border-line border-y">
        {staff.map((member) => (
          <StaffRow key={member.user_id} member={member} />
        ))}
      </ul>
    </section>
  );
}
