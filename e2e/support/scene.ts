import type { Page } from "@playwright/test";
import { createApplication, halfDay } from "./factories";
import type { Office } from "./office";
import { atNoon, zoneAtNoon } from "./zone";

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** One of everything that a page or a dialog of the staff is about: their ids. */
export async function makeScene(office: Office) {
  const { id: employer } = await office.employer();
  const priya = await office.interviewer(employer, "Priya Example");
  const sam = await office.interviewer(employer, "Sam Example");
  const kim = await office.interviewer(employer, "Kim Example");
  const jordan = await office.student("Jordan Example");
  // These are searched for by name: no word of theirs is in the others' names or addresses.
  const aisha = await office.student("Aisha Osei-Mensah");
  const noor = await office.student("Noor Haddad-Vance");
  const oci = await office.oci(employer);
  const schedule = await office.schedule(oci, {
    ...halfDay,
    interviewers: [priya, sam],
    students: [jordan, aisha],
    released: true,
  });
  await createApplication(office, oci, noor.id);
  const today = await office.schedule(await office.oci(employer), {
    zone: zoneAtNoon,
    first: atNoon(-10),
    last: atNoon(50),
    interviewers: [kim],
    students: [noor],
    released: true,
  });
  const { data: saved } = await office.api
    .from("schedules")
    .select("pattern, oci:ocis(job_posting_id)")
    .eq("id", schedule)
    .single()
    .throwOnError();
  const { data: application } = await office.api
    .from("applications")
    .select("id")
    .eq("student_id", noor.id)
    .single()
    .throwOnError();
  const { pattern } = saved;
  await office.api.from("schedule_templates").insert({ name: `Morning ${oci}`, pattern });
  await office.sendLinks([schedule], [sam.id]);
  const { data: email } = await office.api
    .from("emails")
    .select("id")
    .eq("interviewer_id", sam.id)
    .single()
    .throwOnError();
  const [slot] = await office.slots(schedule);
  const [slotToday] = await office.slots(today);
  return {
    employer,
    interviewer: sam.id,
    student: jordan.id,
    email: email.id,
    oci,
    posting: saved.oci.job_posting_id ?? "",
    application: application.id,
    schedule,
    slot: slot?.id ?? "",
    slotToday: slotToday?.id ?? "",
  };
}

/** Goes on to another page of the app as a link does: without loading the app anew. */
export const visit = (page: Page, path: string) =>
  page.evaluate((to) => {
    const state = { ...history.state, idx: history.state.idx + 1, key: String(performance.now()) };
    history.pushState(state, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state }));
  }, path);
