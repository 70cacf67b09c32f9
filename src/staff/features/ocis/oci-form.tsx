import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { paths } from "../../../paths";
import { useForm } from "../../../shared/forms/use-form";
import { ComboBox } from "../../../ui/fields/combo-box";
import type { Option } from "../../../ui/fields/select";
import { TextField } from "../../../ui/fields/text-field";
import { FormDialog } from "../../forms/form-dialog";
import { employerSearchQuery } from "../employers/api";
import { employerPostingsQuery } from "../postings/api";
import { type Oci, seasonsQuery, useSaveOci } from "./api";

interface OciFormProps {
  oci?: Oci;
  onClose: () => void;
}

export function OciForm({ oci, onClose }: OciFormProps) {
  const navigate = useNavigate();
  const seasons = useQuery(seasonsQuery).data ?? [];
  const { mutateAsync } = useSaveOci();
  const form = useForm({
    initial: {
      employer: {
        option: oci ? { id: oci.employer_id, label: oci.employer } : null,
        text: oci?.employer ?? "",
      },
      posting: {
        option: oci?.job_posting_id ? { id: oci.job_posting_id, label: oci.position ?? "" } : null,
        text: oci?.position ?? "",
      },
      season: oci?.season ?? seasons[0] ?? "",
      name: oci?.name ?? "",
    },
    save: ({ employer, posting, season, name }) =>
      mutateAsync({
        id: oci?.id,
        season,
        name,
        employer: idOrName(employer),
        posting: posting.text ? idOrName(posting) : null,
      }),
    onSaved: ({ id }) => (oci ? onClose() : navigate(paths.newSchedule(id))),
  });
  const { employer, posting, season } = form.values;
  const employerField = form.comboBox("employer");

  const employers = useQuery(employerSearchQuery(employer.option ? "" : employer.text));
  const postings = useQuery({
    ...employerPostingsQuery(employer.option?.id ?? ""),
    enabled: employer.option !== null,
  });

  return (
    <FormDialog
      title={oci ? "Edit OCI" : "New OCI"}
      action={oci ? "Save" : "Create, then add a schedule"}
      form={form}
      onClose={onClose}
    >
      <ComboBox
        label="Employer"
        help={
          employer.text && !employer.option ? "A new employer with this name is added." : undefined
        }
        {...employers.data}
        isLoading={employers.isFetching}
        {...employerField}
        onChange={(option) => {
          employerField.onChange(option);
          if (option?.id !== employer.option?.id) form.comboBox("posting").onChange(null);
        }}
        allowsNew
        isRequired
        autoFocus={!oci}
      />
      <ComboBox
        label="Position"
        help={
          posting.text && !posting.option
            ? "A new job posting of this title is added."
            : "The job posting they interview for."
        }
        options={filterBy(postings.data ?? [], posting.option ? "" : posting.text)}
        {...form.comboBox("posting")}
        allowsNew
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ComboBox
          label="Season"
          error={form.field("season").error}
          placeholder="Spring 2027"
          options={seasons.map((label) => ({ id: label, label }))}
          text={season}
          onText={form.field("season").onChange}
          value={seasons.includes(season) ? { id: season, label: season } : null}
          onChange={(option) => option && form.set({ season: option.label })}
          allowsNew
          opensByHand
          isRequired
        />
        <TextField
          label="Name (optional)"
          help="To tell two visits by the same employer apart."
          {...form.field("name")}
        />
      </div>
    </FormDialog>
  );
}

const idOrName = ({ option, text }: { option: Option | null; text: string }) =>
  option ? { id: option.id } : { name: text };

/** The list must hold what is chosen, also when a search does not find it. */
function filterBy(options: Option[], text: string): Option[] {
  const wanted = text.trim().toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().includes(wanted));
}
