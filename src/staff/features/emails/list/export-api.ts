import { type CsvColumn, type CsvPiece, csvHead, csvLines } from "../../../../lib/csv";
import { emailKindLabels, emailStatusLabels } from "../../../labels";
import type { EmailFilters } from "../shared/email-filters";
import { type EmailRow, filteredEmails, type ListedEmail, withSchedules } from "./list-api";

const columns: CsvColumn<EmailRow>[] = [
  { label: "Written at", value: ({ created_at }) => created_at },
  { label: "Kind", value: ({ kind }) => emailKindLabels[kind] },
  { label: "To", value: ({ to_name }) => to_name },
  { label: "Email", value: ({ to_email }) => to_email },
  { label: "Subject", value: ({ subject }) => subject },
  { label: "Status", value: ({ status }) => emailStatusLabels[status] },
  {
    label: "Interview days",
    value: ({ schedules }) => schedules.map(({ on_date }) => on_date).join(" "),
  },
];

/** The file page by page, however long it is. */
export async function* emailsCsv(filters: EmailFilters): AsyncGenerator<CsvPiece> {
  let done = 0;
  for await (const { rows, total } of emailPages(filters)) {
    const lines = csvLines(columns, await withSchedules(rows));
    const text = done === 0 ? csvHead(columns) + lines : lines;
    done += rows.length;
    yield { text, done, total };
  }
}

/** As many as the API answers at once. */
const pageSize = 1000;

/** From the newest to the oldest, each page after the last email of the one before. */
async function* emailPages(filters: EmailFilters) {
  let total: number | null = null;
  let last: ListedEmail | undefined;
  do {
    const { data, count }: { data: ListedEmail[]; count: number | null } = await pageAfter(
      filters,
      last,
    );
    total ??= count;
    yield { rows: data, total: total ?? 0 };
    last = data.length < pageSize ? undefined : data.at(-1);
  } while (last);
}

/** The rows are counted once, with the first page. */
function pageAfter(filters: EmailFilters, last: ListedEmail | undefined) {
  const query = filteredEmails(filters, last ? undefined : "exact").limit(pageSize);
  if (!last) return query.throwOnError();
  const { created_at, id } = last;
  return query
    .lte("created_at", created_at)
    .or(`created_at.lt."${created_at}",id.gt.${id}`)
    .throwOnError();
}
