import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { explainError } from "../../../lib/errors/explain-error";
import { fieldOf, problemAt } from "../../../lib/errors/messages";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { ComboBox } from "../../../ui/fields/combo-box";
import type { Option } from "../../../ui/fields/select";
import { TextField } from "../../../ui/fields/text-field";
import { Dialog, DialogActions, DialogBody } from "../../../ui/overlays/dialog";
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
  const [employer, setEmployer] = useState<Option | null>(
    oci ? { id: oci.employer_id, label: oci.employer } : null,
  );
  const [employerText, setEmployerText] = useState(oci?.employer ?? "");
  const [posting, setPosting] = useState<Option | null>(
    oci?.job_posting_id ? { id: oci.job_posting_id, label: oci.position ?? "" } : null,
  );
  const [postingText, setPostingText] = useState(oci?.position ?? "");
  const [season, setSeason] = useState(oci?.season ?? seasons[0] ?? "");
  const [name, setName] = useState(oci?.name ?? "");
  const save = useSaveOci();

  const employers = useQuery(employerSearchQuery(employer ? "" : employerText));
  const postings = useQuery({
    ...employerPostingsQuery(employer?.id ?? ""),
    enabled: employer !== null,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(
      {
        id: oci?.id,
        season,
        name,
        employer: employer ? { id: employer.id } : { name: employerText },
        posting: posting ? { id: posting.id } : postingText ? { name: postingText } : null,
      },
      {
        onSuccess: ({ id }) => (oci ? onClose() : navigate(paths.newSchedule(id))),
      },
    );
  }

  return (
    <Dialog title={oci ? "Edit OCI" : "New OCI"} isOpen onClose={onClose}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {save.isError && !isAtField(save.error) && (
            <Banner tone="danger">{explainError(save.error)}</Banner>
          )}
          <ComboBox
            label="Employer"
            help={employerText && !employer ? "A new employer of this name is added." : undefined}
            error={problemAt(save.error, "employer")}
            options={employers.data ?? []}
            isLoading={employers.isFetching}
            text={employerText}
            onText={setEmployerText}
            value={employer}
            onChange={(option) => {
              setEmployer(option);
              if (option?.id !== employer?.id) setPosting(null);
            }}
            allowsNew
            isRequired
            autoFocus={!oci}
          />
          <ComboBox
            label="Position"
            help={
              postingText && !posting
                ? "A new job posting of this title is added."
                : "The job posting they interview for."
            }
            options={filterBy(postings.data ?? [], posting ? "" : postingText)}
            text={postingText}
            onText={setPostingText}
            value={posting}
            onChange={setPosting}
            allowsNew
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <ComboBox
              label="Season"
              error={problemAt(save.error, "season")}
              placeholder="Spring 2027"
              options={seasons.map((label) => ({ id: label, label }))}
              text={season}
              onText={setSeason}
              value={seasons.includes(season) ? { id: season, label: season } : null}
              onChange={(option) => option && setSeason(option.label)}
              allowsNew
              opensByHand
              isRequired
            />
            <TextField
              label="Name (optional)"
              help="Tells two visits of one employer apart."
              value={name}
              onChange={setName}
            />
          </div>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {oci ? "Save" : "Create, then add a schedule"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The list must hold what is chosen, also when a search does not find it. */
function filterBy(options: Option[], text: string): Option[] {
  const wanted = text.trim().toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().includes(wanted));
}

const isAtField = (error: unknown) => ["employer", "season"].includes(fieldOf(error) ?? "");
