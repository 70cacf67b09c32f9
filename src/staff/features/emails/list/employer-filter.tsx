import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SearchMenu } from "../../../../ui/lists/search-menu";
import { employerQuery, employerSearchQuery } from "../../employers/api";

interface EmployerFilterProps {
  value: string | null;
  onChange: (employerId: string | null) => void;
}

export function EmployerFilter({ value, onChange }: EmployerFilterProps) {
  const [text, setText] = useState("");
  const found = useQuery(employerSearchQuery(text.trim()));
  const { data: chosen } = useQuery({ ...employerQuery(value ?? ""), enabled: value !== null });
  return (
    <SearchMenu
      label="Employer"
      anyLabel="Any employer"
      {...found.data}
      isLoading={found.isFetching}
      text={text}
      onText={setText}
      value={value}
      valueLabel={chosen?.name ?? "One employer"}
      onChange={onChange}
    />
  );
}
