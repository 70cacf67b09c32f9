import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { parseISO } from "date-fns";
import { dayWithTwoInterviewers } from "./interview";
import type { Office } from "./office";
import { expect } from "./test";

export type Day = Awaited<ReturnType<typeof dayWithTwoInterviewers>>;

export const focus = (page: Page, name: string) => page.getByRole("region", { name });
export const row = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ hasText: name });
export const notice = (page: Page, text: string) =>
  page.getByRole("status").filter({ hasText: text });

/** A room that no other test has taken. */
export const newRoom = () => `Room ${randomUUID().slice(0, 8)}`;

/** A day with three slots, the first under way; Sam interviews with Priya. */
export async function openDay(office: Office) {
  const day = await dayWithTwoInterviewers(office);
  const { error } = await office.api.rpc("add_slot", {
    p_schedule_id: day.schedule,
    p_starts_at: await instant(office, day, 50),
    p_ends_at: await instant(office, day, 80),
  });
  expect(error).toBeNull();
  const slots = (await office.slots(day.schedule)).map(({ id }) => id);
  const [first = "", second = "", third = ""] = slots;
  return { ...day, first, second, third };
}

/** So many minutes from when the day was made: its first slot had been on for ten then. */
async function instant(office: Office, { schedule }: Pick<Day, "schedule">, minutes: number) {
  const [slot] = await office.slots(schedule);
  const start = parseISO(slot?.starts_at ?? "").getTime();
  return new Date(start + (minutes + 10) * 60_000).toISOString();
}

export function actsOf(office: Office, day: Awaited<ReturnType<typeof openDay>>) {
  const { api } = office;
  const { schedule } = day;
  return {
    assign: (slot: string, student?: { id: string }) =>
      api.rpc("assign_student", { p_slot_id: slot, p_student_id: student?.id }).throwOnError(),
    move: async (slot: string, from: number) =>
      api
        .rpc("move_slot", {
          p_slot_id: slot,
          p_starts_at: await instant(office, day, from),
          p_ends_at: await instant(office, day, from + 25),
        })
        .throwOnError(),
    change: (facts: object) =>
      api.from("schedules").update(facts).eq("id", schedule).throwOnError(),
    cancel: (canceled: boolean) =>
      api.rpc("cancel_schedule", { p_schedule_id: schedule, p_canceled: canceled }).throwOnError(),
    release: (released: boolean) =>
      api
        .rpc("release_schedules", { p_schedule_ids: [schedule], p_released: released })
        .throwOnError(),
    add: ({ id }: { id: string }) =>
      api
        .rpc("assign_interviewers", { p_schedule_id: schedule, p_interviewer_ids: [id] })
        .throwOnError(),
    takeOff: ({ id }: { id: string }) =>
      api
        .from("schedule_interviewers")
        .delete()
        .match({ schedule_id: schedule, interviewer_id: id })
        .throwOnError(),
    takenBy: (slot: string, ...people: { id: string }[]) =>
      api
        .rpc("set_slot_interviewers", {
          p_slot_id: slot,
          p_interviewer_ids: people.map(({ id }) => id),
        })
        .throwOnError(),
  };
}
