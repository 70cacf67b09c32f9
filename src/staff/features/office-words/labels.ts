/** What the fields are called; SQL says which there are. */
const fieldLabels: Record<string, string> = {
  first_name: "First name",
  full_name: "Full name",
  school: "School",
  office: "Career office",
  employer: "Employer",
  date: "Date",
  summary: "Standard subject",
};

export const fieldLabel = (field: string): string => fieldLabels[field] ?? field;
