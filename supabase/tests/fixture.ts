import { ids, type Persona } from "./access-matrix";

/** The instant that the fixture calls now: every schedule is laid around it. */
const now = "2026-03-03 15:00:00+00";

/** Stops the clock that every rule about days asks. */
export const stopClock = (at: string) =>
  `create or replace function private.clock() returns timestamptz language sql stable set search_path = ''
   as $clock$ select '${at}'::timestamptz $clock$`;

const day = (id: string, oci: string, date: string) => `
  insert into public.schedules (id, oci_id, on_date, time_zone, format, video, pattern)
  values ('${id}', '${oci}', '${date}', 'UTC', 'virtual', 'in_app', '{"first": "09:00", "last": "12:00", "slot_minutes": 30}');`;

const slot = (id: string, schedule: string, from: string, student: string | null) => `
  insert into public.slots (id, schedule_id, starts_at, ends_at, student_id)
  values ('${id}', '${schedule}', '${from}', '${from}'::timestamptz + interval '30 minutes', ${student ? `'${student}'` : "null"});`;

const pdf = (id: string) => `
  insert into storage.objects (bucket_id, name, metadata)
  values ('documents', '${id}', '{"mimetype": "application/pdf", "size": 1000}');`;

/** Two employers, A and B; A has a day today, one tomorrow and a draft; one student of each with a résumé; a reset link; a recruiter of A who proposes a substitute. */
export const fixture = `
  ${stopClock(now)};
  insert into auth.users (id, email) values
    ('${ids.admin}', 'admin@school.example'), ('${ids.viewer}', 'viewer@school.example'), ('${ids.stranger}', 'stranger@school.example');
  insert into public.staff (user_id, full_name, role) values ('${ids.admin}', 'Ada', 'admin'), ('${ids.viewer}', 'Vic', 'viewer');
  insert into public.settings (school_name, office_name, sender_name, sender_email, support_email)
  values ('School', 'Office', 'Office', 'office@school.example', 'help@school.example');
  insert into public.employers (id, name) values ('${ids.employerA}', 'Employer A'), ('${ids.employerB}', 'Employer B');
  insert into public.interviewers (id, employer_id, full_name, email) values
    ('${ids.interviewerA}', '${ids.employerA}', 'Ann A', 'ann@a.example'), ('${ids.colleagueA}', '${ids.employerA}', 'Abe A', 'abe@a.example'),
    ('${ids.interviewerReset}', '${ids.employerA}', 'Rae A', 'rae@a.example'), ('${ids.interviewerB}', '${ids.employerB}', 'Bob B', 'bob@b.example');
  insert into public.interviewers (id, employer_id, full_name, email, is_recruiter, sees_overview)
  values ('${ids.recruiter}', '${ids.employerA}', 'Rita A', 'rita@a.example', true, true);
  insert into public.students (id, full_name, email) values
    ('${ids.studentA}', 'Stu A', 'stu@school.example'), ('${ids.studentB}', 'Sue B', 'sue@school.example');
  insert into public.job_postings (id, employer_id, title) values ('${ids.postingA}', '${ids.employerA}', 'Job A'), ('${ids.postingB}', '${ids.employerB}', 'Job B');
  ${pdf(ids.resumeA)} ${pdf(ids.resumeB)} ${pdf(ids.letterToB)}
  insert into public.documents (id, student_id, kind, job_posting_id, file_name, mime_type, size) values
    ('${ids.resumeA}', '${ids.studentA}', 'resume', null, 'Stu.pdf', 'application/pdf', 1000),
    ('${ids.resumeB}', '${ids.studentB}', 'resume', null, 'Sue.pdf', 'application/pdf', 1000),
    ('${ids.letterToB}', '${ids.studentA}', 'cover_letter', '${ids.postingB}', 'To B.pdf', 'application/pdf', 1000);
  insert into public.ocis (id, employer_id, job_posting_id, season) values
    ('${ids.ociA}', '${ids.employerA}', '${ids.postingA}', 'Spring'), ('${ids.ociB}', '${ids.employerB}', '${ids.postingB}', 'Spring');
  ${day(ids.todayA, ids.ociA, "2026-03-03")}
  ${day(ids.tomorrowA, ids.ociA, "2026-03-04")}
  ${day(ids.draftA, ids.ociA, "2026-03-03")}
  ${day(ids.todayB, ids.ociB, "2026-03-03")}
  ${slot(ids.slotA1, ids.todayA, "2026-03-03 09:00Z", ids.studentA)}
  ${slot(ids.slotA2, ids.todayA, "2026-03-03 09:30Z", null)}
  ${slot(ids.slotTomorrow, ids.tomorrowA, "2026-03-04 09:00Z", ids.studentA)}
  ${slot(ids.slotDraft, ids.draftA, "2026-03-03 18:00Z", ids.studentB)}
  ${slot(ids.slotB1, ids.todayB, "2026-03-03 09:00Z", ids.studentB)}
  insert into public.schedule_interviewers (schedule_id, interviewer_id) values
    ('${ids.todayA}', '${ids.interviewerA}'), ('${ids.todayA}', '${ids.colleagueA}'), ('${ids.tomorrowA}', '${ids.interviewerA}'),
    ('${ids.draftA}', '${ids.interviewerA}'), ('${ids.tomorrowA}', '${ids.interviewerReset}'), ('${ids.todayB}', '${ids.interviewerB}');
  update public.schedules set released_at = '${now}', released_revision = revision where id <> '${ids.draftA}';
  insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id) values ('${ids.slotA2}', '${ids.todayA}', '${ids.interviewerA}');
  insert into public.access_links (id, interviewer_id, student_id, version) values
    ('${ids.linkA}', '${ids.interviewerA}', null, 1), ('${ids.linkB}', '${ids.interviewerB}', null, 1),
    ('${ids.linkStudent}', null, '${ids.studentA}', 1), ('${ids.linkRecruiter}', '${ids.recruiter}', null, 1), ('${ids.linkReset}', '${ids.interviewerReset}', null, 2);
  insert into public.substitute_proposals (id, schedule_id, interviewer_id, full_name, email, proposed_by)
  values ('${ids.proposal}', '${ids.todayA}', '${ids.colleagueA}', 'Nia New', 'nia@a.example', '${ids.recruiter}');
  insert into public.schedule_templates (name, pattern) values ('Full day', '{}');
  insert into public.applications (job_posting_id, student_id) values ('${ids.postingA}', '${ids.studentA}');
  insert into public.assignment_changes (id, kind, changes) values ('${ids.change}', 'swap', '[]');
  insert into public.email_batches (id, request_id) values ('${ids.batch}', gen_random_uuid());
  insert into public.email_bodies (id, html, body_text) values ('${ids.email}', '<p>Your link</p>', 'Your link');
  insert into public.emails (id, batch_id, kind, interviewer_id, to_name, to_email, subject, body_id)
  values ('${ids.email}', '${ids.batch}', 'interview_link', '${ids.interviewerA}', 'Ann A', 'ann@a.example', 'Your link', '${ids.email}');
  insert into public.email_schedules (email_id, schedule_id, person_id, is_interviewer) values ('${ids.email}', '${ids.todayA}', '${ids.interviewerA}', true);
  insert into public.reminders (email_id, person_id, on_date, kind) values ('${ids.email}', '${ids.interviewerA}', '2026-03-02', 'same_day');
  insert into public.email_events (email_id, type) values ('${ids.email}', 'failed');
  insert into public.school_logo (content, mime_type) values ('iVBORw0KGgo=', 'image/png');
  insert into public.email_words (kind, subject) values ('overview', 'Interview days of {{employer}}');
  insert into public.suppressed_addresses (email, reason) values ('bounced@a.example', 'bounced');
  insert into public.video_rooms (slot_id) values ('${ids.slotA1}');
  insert into public.video_room_members (id, slot_id, role, access_link_id) values ('${ids.memberA}', '${ids.slotA1}', 'interviewer', '${ids.linkA}');
  insert into public.video_room_signals (slot_id, from_member_id, from_session, to_member_id, to_session, body)
  values ('${ids.slotA1}', '${ids.memberA}', '${ids.session}', '${ids.memberA}', '${ids.session}', '{}');
  insert into public.video_room_messages (slot_id, kind, member_id, from_name, from_role, body) values ('${ids.slotA1}', 'chat', '${ids.memberA}', 'Ann A', 'interviewer', 'Hello');
`;

const staff = (sub: string) => ({ role: "authenticated", sub });
const guest = (role: "interviewer" | "student", linkId: string) => ({
  role,
  sub: linkId,
  link_id: linkId,
  link_version: 1,
});

/** The verified claims each persona's token holds. */
export const claims: Record<Persona, { role: string }> = {
  anon: { role: "anon" },
  stranger: staff(ids.stranger),
  viewer: staff(ids.viewer),
  admin: staff(ids.admin),
  interviewerA: guest("interviewer", ids.linkA),
  interviewerB: guest("interviewer", ids.linkB),
  recruiter: guest("interviewer", ids.linkRecruiter),
  student: guest("student", ids.linkStudent),
  reset: guest("interviewer", ids.linkReset),
};
