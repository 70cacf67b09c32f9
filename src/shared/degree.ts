interface Student {
  program: string | null;
  class_year: number | null;
}

/** "JD 2027" */
export const degreeOf = ({ program, class_year }: Student): string =>
  [program, class_year].filter(Boolean).join(" ");
