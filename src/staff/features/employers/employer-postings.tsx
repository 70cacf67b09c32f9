import { paths } from "../../../paths";
import { Table } from "../../../ui/lists/table";

interface Posting {
  id: string;
  label: string;
}

export function EmployerPostings({ postings }: { postings: Posting[] }) {
  return (
    <Table
      label="Job postings"
      columns={[
        {
          id: "title",
          label: "Title",
          isRowHeader: true,
          className: "font-medium",
          cell: ({ label }) => label,
        },
      ]}
      rows={postings}
      rowHref={({ id }) => paths.posting(id)}
      rowText={({ label }) => label}
      empty={
        <p className="px-4 py-6 text-muted sm:px-6">
          None yet. Creating an OCI adds its job posting.
        </p>
      }
    />
  );
}
