import { useQuery } from "@tanstack/react-query";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { useMe } from "../../../app/require-staff";
import { willBeNotified } from "../../links/shared/use-notifying-action";
import { useReplaceInterviewer } from "../assign-api";
import { type OpenProposal, scheduleProposalsQuery, useDecideProposal } from "../proposals-api";

/** The substitutes that a recruiter proposes for a schedule, to be accepted or declined. */
export function ScheduleProposals({ scheduleId }: { scheduleId: string }) {
  const { data = [] } = useQuery(scheduleProposalsQuery(scheduleId));
  return data.map((proposal) => <Proposal key={proposal.id} proposal={proposal} />);
}

function Proposal({ proposal }: { proposal: OpenProposal }) {
  const { isAdmin } = useMe();
  const decide = useDecideProposal();
  const replace = useReplaceInterviewer();
  const { id, interviewer, substitute, substitute_email, is_new, recruiter } = proposal;
  const onError = (error: Error) => showToast(explainError(error));

  async function acceptIt() {
    try {
      const { interviewer_id, queued } = await decide.mutateAsync({ id, accept: true });
      const swap = { scheduleId: proposal.schedule_id, oldId: interviewer_id };
      showToast(`${interviewer} was replaced by ${substitute}.${willBeNotified(queued)}`, () =>
        replace.mutate({ ...swap, newId: proposal.interviewer_id }, { onError }),
      );
    } catch (error) {
      showToast(explainError(error));
    }
  }

  async function declineIt() {
    try {
      await decide.mutateAsync({ id, accept: false });
      showToast(`Declined. ${recruiter} will see this on their overview.`);
    } catch (error) {
      showToast(explainError(error));
    }
  }

  return (
    <Banner
      title={`${recruiter} proposes ${substitute} as a substitute for ${interviewer}`}
      className="mx-4 mb-4 sm:mx-6"
      action={
        isAdmin && (
          <>
            <Button size="sm" isPending={decide.isPending} onClick={acceptIt}>
              Accept
            </Button>
            <Button size="sm" isPending={decide.isPending} onClick={declineIt}>
              Decline
            </Button>
          </>
        )
      }
    >
      {substitute_email}
      {is_new && " (not in the directory yet)"}. If you accept, both people are notified in two
      minutes.
    </Banner>
  );
}
