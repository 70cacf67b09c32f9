import type { ApplicationStatus } from "./applications-api";

export const statuses: { id: ApplicationStatus; label: string; many: string }[] = [
  { id: "preselected", label: "Preselected", many: "Preselected" },
  { id: "alternate", label: "Alternate", many: "Alternates" },
  { id: "declined", label: "Declined", many: "Declined" },
];
