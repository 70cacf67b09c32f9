/**
 * Who may do what, written down. One line a table, one word a persona:
 * select   R all rows · r only the rows in `own` · 0 allowed, sees nothing · - refused
 * then I, U, D where insert, update, delete take effect, - where they do not.
 */
export const personas = [
  "anon",
  "stranger",
  "viewer",
  "admin",
  "interviewerA",
  "interviewerB",
  "recruiter",
  "student",
  "reset",
] as const;
export type Persona = (typeof personas)[number];

type TableAccess = {
  access: Record<Persona, string>;
  /** The ids (first primary key column) that "r" stands for. */
  own?: Partial<Record<Persona, string[]>>;
  /** A valid row to insert, as SQL. */
  insert: string;
  /** A harmless SET list. */
  update: string;
};

export const ids = {
  admin: "a0000000-0000-4000-8000-000000000001",
  viewer: "a0000000-0000-4000-8000-000000000002",
  stranger: "a0000000-0000-4000-8000-000000000003",
  employerA: "e0000000-0000-4000-8000-00000000000a",
  employerB: "e0000000-0000-4000-8000-00000000000b",
  interviewerA: "10000000-0000-4000-8000-00000000000a",
  colleagueA: "10000000-0000-4000-8000-0000000000a2",
  interviewerB: "10000000-0000-4000-8000-00000000000b",
  postingA: "b0000000-0000-4000-8000-00000000000a",
  postingB: "b0000000-0000-4000-8000-00000000000b",
  ociA: "c0000000-0000-4000-8000-00000000000a",
  ociB: "c0000000-0000-4000-8000-00000000000b",
  todayA: "d0000000-0000-4000-8000-00000000000a",
  tomorrowA: "d0000000-0000-4000-8000-0000000000a2",
  draftA: "d0000000-0000-4000-8000-0000000000a3",
  todayB: "d0000000-0000-4000-8000-00000000000b",
  slotA1: "f0000000-0000-4000-8000-0000000000a1",
  slotA2: "f0000000-0000-4000-8000-0000000000a2",
  slotTomorrow: "f0000000-0000-4000-8000-0000000000a3",
  slotDraft: "f0000000-0000-4000-8000-0000000000a4",
  slotB1: "f0000000-0000-4000-8000-0000000000b1",
  studentA: "50000000-0000-4000-8000-00000000000a",
  studentB: "50000000-0000-4000-8000-00000000000b",
  resumeA: "40000000-0000-4000-8000-00000000000a",
  resumeB: "40000000-0000-4000-8000-00000000000b",
  /** Student A's cover letter to employer B. */
  letterToB: "40000000-0000-4000-8000-0000000000ab",
  linkA: "20000000-0000-4000-8000-00000000000a",
  linkB: "20000000-0000-4000-8000-00000000000b",
  linkStudent: "20000000-0000-4000-8000-00000000000c",
  linkReset: "20000000-0000-4000-8000-00000000000d",
  interviewerReset: "10000000-0000-4000-8000-00000000000d",
  batch: "70000000-0000-4000-8000-000000000001",
  email: "80000000-0000-4000-8000-000000000001",
  change: "60000000-0000-4000-8000-000000000001",
  memberA: "90000000-0000-4000-8000-000000000001",
  recruiter: "10000000-0000-4000-8000-0000000000ac",
  linkRecruiter: "20000000-0000-4000-8000-0000000000ac",
  proposal: "30000000-0000-4000-8000-000000000001",
  session: "90000000-0000-4000-8000-00000000000a",
};

const office = {
  anon: "----",
  stranger: "0---",
  viewer: "R---",
  admin: "RIUD",
  interviewerA: "----",
  interviewerB: "----",
  recruiter: "----",
  student: "----",
  reset: "----",
};
const officeReads = { ...office, admin: "R---" };

export const tables: Record<string, TableAccess> = {
  settings: {
    // Whom to contact is public, by column; anon may not read the sender.
    access: {
      ...office,
      anon: "R---",
      admin: "R-U-",
      interviewerA: "R---",
      interviewerB: "R---",
      recruiter: "R---",
      student: "R---",
      reset: "R---",
    },
    insert:
      "(id, school_name, office_name, sender_name, sender_email, support_email) values (true, 'X', 'X', 'X', 'x@x.example', 'x@x.example')",
    update: "office_name = 'Office'",
  },
  school_logo: {
    access: officeReads,
    insert: "(content, mime_type) values ('iVBORw0KGgo=', 'image/png')",
    update: "content = content",
  },
  staff: {
    access: office,
    insert: `(user_id, full_name, role) values ('${ids.stranger}', 'Stranger', 'admin')`,
    update: "full_name = 'Renamed'",
  },
  activity: {
    access: officeReads,
    insert: "(actor_name, action) values ('Nobody', 'forged')",
    update: "action = 'forged'",
  },
  employers: {
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "r---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.employerA],
      interviewerB: [ids.employerB],
      recruiter: [ids.employerA],
      student: [ids.employerA],
    },
    insert: "(name) values ('New employer')",
    update: "website = 'https://x.example'",
  },
  interviewers: {
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      recruiter: "r---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.interviewerA, ids.colleagueA],
      interviewerB: [ids.interviewerB],
      recruiter: [ids.recruiter],
    },
    insert: `(employer_id, full_name, email) values ('${ids.employerA}', 'New', 'new@a.example')`,
    update: "title = 'Partner'",
  },
  students: {
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.studentA],
      interviewerB: [ids.studentB],
      student: [ids.studentA],
    },
    insert: "(full_name, email) values ('New', 'new@school.example')",
    update: "program = 'MBA'",
  },
  documents: {
    // Written by save_document and remove_document alone.
    access: {
      ...officeReads,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.resumeA],
      interviewerB: [ids.resumeB],
      student: [ids.resumeA, ids.letterToB],
    },
    insert: `(id, student_id, kind, file_name, mime_type, size) values (gen_random_uuid(), '${ids.studentA}', 'transcript', 'a.pdf', 'application/pdf', 1)`,
    update: "size = 2",
  },
  job_postings: {
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.postingA],
      interviewerB: [ids.postingB],
      student: [ids.postingA],
    },
    insert: `(employer_id, title) values ('${ids.employerA}', 'Analyst')`,
    update: "location = 'Remote'",
  },
  ocis: {
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: { interviewerA: [ids.ociA], interviewerB: [ids.ociB], student: [ids.ociA] },
    insert: `(employer_id, season) values ('${ids.employerA}', 'Fall')`,
    update: "name = 'Renamed'",
  },
  schedules: {
    // Not the draft: it is neither released nor was its link sent.
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.todayA, ids.tomorrowA],
      interviewerB: [ids.todayB],
      student: [ids.todayA, ids.tomorrowA],
    },
    insert: `(oci_id, on_date, time_zone, format, pattern) values ('${ids.ociA}', '2026-03-20', 'UTC', 'virtual', '{}')`,
    update: "location = null",
  },
  slots: {
    // Tomorrow's slot is the student's own, and hidden from the interviewer until the day.
    access: {
      ...office,
      interviewerA: "r---",
      interviewerB: "r---",
      student: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: {
      interviewerA: [ids.slotA1, ids.slotA2],
      interviewerB: [ids.slotB1],
      student: [ids.slotA1, ids.slotTomorrow],
    },
    insert: `(schedule_id, starts_at, ends_at) values ('${ids.todayA}', '2026-03-03 20:00Z', '2026-03-03 20:30Z')`,
    update: "label = 'x'",
  },
  schedule_interviewers: {
    access: {
      ...office,
      admin: "RI-D",
      interviewerA: "r---",
      interviewerB: "r---",
      recruiter: "0---",
      reset: "0---",
    },
    own: { interviewerA: [ids.todayA, ids.todayA], interviewerB: [ids.todayB] },
    insert: `(schedule_id, interviewer_id) values ('${ids.tomorrowA}', '${ids.colleagueA}')`,
    update: "invited_at = now()",
  },
  slot_interviewers: {
    access: {
      ...office,
      admin: "RI-D",
      interviewerA: "r---",
      interviewerB: "0---",
      recruiter: "0---",
      reset: "0---",
    },
    own: { interviewerA: [ids.slotA2] },
    insert: `(slot_id, schedule_id, interviewer_id) values ('${ids.slotB1}', '${ids.todayB}', '${ids.interviewerB}')`,
    update: "interviewer_id = interviewer_id",
  },
  schedule_templates: {
    access: office,
    insert: "(name, pattern) values ('Half day', '{}')",
    update: "pattern = '{}'",
  },
  applications: {
    access: office,
    insert: `(job_posting_id, student_id) values ('${ids.postingA}', '${ids.studentB}')`,
    update: "rank = 1",
  },
  applicants: {
    access: officeReads,
    insert: "(rank) values (1)",
    update: "rank = 1",
  },
  assignment_changes: {
    access: officeReads,
    insert: "(kind, changes) values ('forged', '[]')",
    update: "undone_at = now()",
  },
  access_links: {
    access: officeReads,
    insert: `(interviewer_id) values ('${ids.colleagueA}')`,
    update: "version = 1",
  },
  email_batches: {
    access: officeReads,
    insert: "(request_id) values (gen_random_uuid())",
    update: "summary = '{}'",
  },
  emails: {
    access: officeReads,
    insert: "(kind, to_name, to_email, subject) values ('interview_link', 'X', 'x@x.example', 'X')",
    update: "subject = 'forged'",
  },
  email_bodies: {
    access: officeReads,
    insert: "(id, html, body_text) values (gen_random_uuid(), 'forged', 'forged')",
    update: "html = 'forged'",
  },
  email_words: {
    access: officeReads,
    insert: "(kind, subject) values ('reminder', 'forged')",
    update: "subject = 'forged'",
  },
  email_schedules: {
    access: officeReads,
    insert: `(email_id, schedule_id, person_id, is_interviewer) values ('${ids.email}', '${ids.todayB}', '${ids.interviewerA}', true)`,
    update: "sequence = 9",
  },
  reminders: {
    access: officeReads,
    insert: `(email_id, person_id, on_date, kind) values ('${ids.email}', '${ids.interviewerA}', '2026-03-03', 'same_day')`,
    update: "on_date = '2026-03-04'",
  },
  suppressed_addresses: {
    access: officeReads,
    insert: "(email, reason) values ('x@x.example', 'bounced')",
    update: "reason = 'complained'",
  },
  email_events: {
    access: officeReads,
    insert: `(email_id, type) values ('${ids.email}', 'delivered')`,
    update: "detail = 'forged'",
  },
  video_rooms: {
    access: officeReads,
    insert: `(slot_id) values ('${ids.slotB1}')`,
    update: "finished_at = now()",
  },
  video_room_members: {
    access: officeReads,
    insert: `(slot_id, role, access_link_id) values ('${ids.slotA1}', 'interviewer', '${ids.linkB}')`,
    update: "admitted_at = now()",
  },
  video_room_signals: {
    access: { ...office, viewer: "----", admin: "----", stranger: "----" },
    insert: `(slot_id, from_member_id, from_session, to_member_id, to_session, body)
      values ('${ids.slotA1}', '${ids.memberA}', '${ids.session}', '${ids.memberA}', '${ids.session}', '{}')`,
    update: "body = '{}'",
  },
  video_room_messages: {
    access: { ...office, viewer: "----", admin: "----", stranger: "----" },
    insert: `(slot_id, kind, member_id, from_name, from_role, body)
      values ('${ids.slotA1}', 'chat', '${ids.memberA}', 'Ann A', 'interviewer', 'Forged')`,
    update: "body = 'forged'",
  },
  attendance: {
    access: officeReads,
    insert: "(name) values ('x')",
    update: "name = 'x'",
  },
  link_states: {
    access: officeReads,
    insert: "(email) values ('x')",
    update: "email = 'x'",
  },
  student_link_states: {
    access: officeReads,
    insert: "(email) values ('x')",
    update: "email = 'x'",
  },
  oci_list: {
    access: officeReads,
    insert: `(id, employer_id) values ('${ids.ociA}', '${ids.employerA}')`,
    update: "needs_attention = 0",
  },
  seasons: {
    access: officeReads,
    insert: "(season) values ('x')",
    update: "season = 'x'",
  },
  employer_list: {
    access: officeReads,
    insert: "(name) values ('x')",
    update: "name = 'x'",
  },
  interviewer_list: {
    access: officeReads,
    insert: "(email) values ('x')",
    update: "email = 'x'",
  },
  student_list: {
    access: officeReads,
    insert: "(email) values ('x')",
    update: "email = 'x'",
  },
  email_list: {
    access: officeReads,
    insert: "(subject) values ('x')",
    update: "subject = 'x'",
  },
  substitute_proposals: {
    access: officeReads,
    insert: `(schedule_id, interviewer_id, substitute_id, proposed_by) values ('${ids.todayA}', '${ids.interviewerA}', '${ids.colleagueA}', '${ids.recruiter}')`,
    update: "declined_at = now()",
  },
  open_proposals: {
    access: officeReads,
    insert: "(recruiter) values ('x')",
    update: "recruiter = 'x'",
  },
  student_programs: {
    access: officeReads,
    insert: "(program) values ('x')",
    update: "program = 'x'",
  },
};

const nobody: Record<Persona, string> = {
  anon: "-",
  stranger: "-",
  viewer: "-",
  admin: "-",
  interviewerA: "-",
  interviewerB: "-",
  recruiter: "-",
  student: "-",
  reset: "-",
};
const adminsOnly = { ...nobody, admin: "X" };
/** Those a room may have: those it is not for learn it from the answer, as video-room.test.ts shows. */
const roomParticipants: Record<Persona, string> = {
  ...nobody,
  stranger: "X",
  viewer: "X",
  admin: "X",
  interviewerA: "X",
  interviewerB: "X",
  recruiter: "X",
  student: "X",
  reset: "X",
};
const roomHosts = { ...roomParticipants, student: "-" };
/** Whoever it is not for is answered with nothing. */
const interviewers = {
  ...nobody,
  interviewerA: "X",
  interviewerB: "X",
  recruiter: "X",
  reset: "X",
};
const guests = { ...interviewers, student: "X" };
const recruiters = { ...nobody, recruiter: "X" };
const anyStaff = { ...nobody, stranger: "X", viewer: "X", admin: "X" };
const aSchedule = "null::public.schedules";
const pattern = `'{"first": "09:00", "last": "12:00", "slot_minutes": 30}'`;

/** Who may execute each exposed function: X it answers, - it refuses (42501). `call` is a sample call. */
export const functions: Record<string, { access: Record<Persona, string>; call: string }> = {
  preview_slots: { access: anyStaff, call: `preview_slots('2026-03-03', 'UTC', ${pattern})` },
  interview_count: { access: anyStaff, call: `interview_count(${aSchedule})` },
  assigned_count: { access: anyStaff, call: `assigned_count(${aSchedule})` },
  interviewer_count: { access: anyStaff, call: `interviewer_count(${aSchedule})` },
  is_outdated: { access: anyStaff, call: "is_outdated(null::public.email_schedules)" },
  release_gaps: { access: anyStaff, call: `release_gaps(${aSchedule})` },
  link_readiness: { access: anyStaff, call: `link_readiness(array['${ids.todayA}']::uuid[])` },
  preview_interview_links: {
    access: anyStaff,
    call: `preview_interview_links(array['${ids.todayA}']::uuid[])`,
  },
  preview_student_links: {
    access: anyStaff,
    call: `preview_student_links(array['${ids.todayA}']::uuid[])`,
  },
  ready_schedules: {
    access: anyStaff,
    call: `ready_schedules(array['${ids.ociA}']::uuid[])`,
  },
  emails_needing_attention: { access: anyStaff, call: "emails_needing_attention()" },
  save_oci: { access: adminsOnly, call: `save_oci('Fall', p_employer_id => '${ids.employerA}')` },
  save_schedule: {
    access: adminsOnly,
    call: `save_schedule('2026-03-20', 'UTC', 'virtual', ${pattern}, p_oci_id => '${ids.ociA}')`,
  },
  assign_student: {
    access: adminsOnly,
    call: `assign_student('${ids.slotA2}', '${ids.studentB}')`,
  },
  assign_interviewers: {
    access: adminsOnly,
    call: `assign_interviewers('${ids.tomorrowA}', array['${ids.colleagueA}']::uuid[])`,
  },
  replace_interviewer: {
    access: adminsOnly,
    call: `replace_interviewer('${ids.todayA}', '${ids.colleagueA}', '${ids.interviewerReset}', p_wait_seconds => 0)`,
  },
  copy_schedule: {
    access: adminsOnly,
    call: `copy_schedule('${ids.todayA}', '2026-03-20')`,
  },
  move_slot: {
    access: adminsOnly,
    call: `move_slot('${ids.slotA2}', '2026-03-03 20:00Z', '2026-03-03 20:30Z')`,
  },
  add_slot: {
    access: adminsOnly,
    call: `add_slot('${ids.todayA}', '2026-03-03 20:00Z', '2026-03-03 20:30Z')`,
  },
  remove_slot: { access: adminsOnly, call: `remove_slot('${ids.slotA2}')` },
  shift_schedule: { access: adminsOnly, call: `shift_schedule('${ids.todayA}', 30)` },
  set_slot_interviewers: {
    access: adminsOnly,
    call: `set_slot_interviewers('${ids.slotA1}', array['${ids.interviewerA}']::uuid[])`,
  },
  swap_students: {
    access: adminsOnly,
    call: `swap_students('${ids.slotA1}', '${ids.slotA2}')`,
  },
  plan_assignments: {
    access: anyStaff,
    call: `plan_assignments(array['${ids.todayA}']::uuid[])`,
  },
  apply_assignments: { access: adminsOnly, call: "apply_assignments('[]')" },
  undo_assignments: { access: adminsOnly, call: `undo_assignments('${ids.change}')` },
  search_ocis: { access: anyStaff, call: "search_ocis('a')" },
  search_employers: { access: anyStaff, call: "search_employers('a')" },
  search_interviewers: { access: anyStaff, call: "search_interviewers('a')" },
  search_students: { access: anyStaff, call: "search_students('a')" },
  search_emails: { access: anyStaff, call: "search_emails('a', '')" },
  email_counts: { access: anyStaff, call: "email_counts('a', '')" },
  email_activity_version: { access: anyStaff, call: "email_activity_version()" },
  search_activity: { access: anyStaff, call: "search_activity('a')" },
  preview_notices: { access: anyStaff, call: `preview_notices(array['${ids.todayA}']::uuid[])` },
  queue_notices: {
    access: adminsOnly,
    call: `queue_notices(gen_random_uuid(), array['${ids.todayA}']::uuid[])`,
  },
  outstanding_notices: {
    access: anyStaff,
    call: `outstanding_notices(array['${ids.ociA}']::uuid[])`,
  },
  lift_suppression: { access: adminsOnly, call: "lift_suppression('bounced@a.example')" },
  correct_address: {
    access: adminsOnly,
    call: `correct_address(gen_random_uuid(), '${ids.interviewerA}', 'new@a.example', array['${ids.todayA}']::uuid[])`,
  },
  send_emails_now: { access: adminsOnly, call: `send_emails_now(array['${ids.email}']::uuid[])` },
  call_off_emails: { access: adminsOnly, call: `call_off_emails(array['${ids.email}']::uuid[])` },
  test_email: {
    access: adminsOnly,
    call: `test_email('${ids.interviewerA}', array['${ids.todayA}']::uuid[], 'interview_link')`,
  },
  accent_contrast: { access: anyStaff, call: "accent_contrast('#4a4bb5')" },
  merge_fields: { access: anyStaff, call: "merge_fields('reminder')" },
  save_school_logo: { access: adminsOnly, call: "save_school_logo('iVBORw0KGgo=')" },
  remove_school_logo: { access: adminsOnly, call: "remove_school_logo()" },
  email_samples: { access: anyStaff, call: "email_samples('reminder')" },
  save_email_words: {
    access: adminsOnly,
    call: "save_email_words('reminder', 'Soon: {{summary}}', null, null)",
  },
  reset_email_words: { access: adminsOnly, call: "reset_email_words('reminder')" },
  preview_email: {
    access: adminsOnly,
    call: `preview_email('${ids.interviewerA}', '${ids.todayA}', 'reminder', '{}')`,
  },
  test_words: {
    access: adminsOnly,
    call: `test_words('${ids.interviewerA}', '${ids.todayA}', 'reminder', '{}')`,
  },
  schedules_to_notify: { access: anyStaff, call: "schedules_to_notify()" },
  match_employers: { access: anyStaff, call: "match_employers('a')" },
  match_students: { access: anyStaff, call: "match_students('a')" },
  place_applicant: { access: adminsOnly, call: "place_applicant(gen_random_uuid())" },
  decline_applicant: { access: adminsOnly, call: "decline_applicant(gen_random_uuid())" },
  check_import: { access: adminsOnly, call: "check_import('students', '[]')" },
  save_document: {
    access: adminsOnly,
    call: `save_document(gen_random_uuid(), '${ids.studentA}', 'resume', 'a.pdf')`,
  },
  remove_document: { access: adminsOnly, call: `remove_document('${ids.resumeA}')` },
  orphaned_files: { access: adminsOnly, call: "orphaned_files()" },
  import_rows: { access: adminsOnly, call: "import_rows('students', '[]')" },
  release_schedules: {
    access: adminsOnly,
    call: `release_schedules(array['${ids.draftA}']::uuid[], true)`,
  },
  cancel_schedule: { access: adminsOnly, call: `cancel_schedule('${ids.todayA}', true)` },
  reset_access_link: { access: adminsOnly, call: `reset_access_link('${ids.interviewerA}')` },
  reveal_access_link: { access: adminsOnly, call: `reveal_access_link('${ids.interviewerA}')` },
  queue_interview_links: {
    access: adminsOnly,
    call: `queue_interview_links(gen_random_uuid(), array['${ids.todayA}']::uuid[])`,
  },
  queue_student_links: {
    access: adminsOnly,
    call: `queue_student_links(gen_random_uuid(), array['${ids.todayA}']::uuid[])`,
  },
  retry_emails: { access: adminsOnly, call: `retry_emails(array['${ids.email}']::uuid[])` },
  interview_experience: {
    access: interviewers,
    call: "interview_experience()",
  },
  recruiter_overview: { access: interviewers, call: "recruiter_overview()" },
  resend_to_colleague: {
    access: recruiters,
    call: `resend_to_colleague('${ids.todayA}', '${ids.interviewerA}')`,
  },
  propose_substitute: {
    access: recruiters,
    call: `propose_substitute('${ids.todayA}', '${ids.interviewerA}', '${ids.recruiter}')`,
  },
  withdraw_proposal: { access: recruiters, call: `withdraw_proposal('${ids.proposal}')` },
  decide_proposal: { access: adminsOnly, call: `decide_proposal('${ids.proposal}', false)` },
  send_overview_link: { access: adminsOnly, call: `send_overview_link('${ids.recruiter}')` },
  calendar_entries: {
    access: guests,
    call: `calendar_entries('${ids.todayA}')`,
  },
  student_experience: { access: { ...nobody, student: "X" }, call: "student_experience()" },
  experience_version: {
    access: guests,
    call: "experience_version()",
  },
  relay_user: {
    access: { ...roomParticipants, anon: "X" },
    call: "relay_user()",
  },
  live_board: { access: anyStaff, call: "live_board()" },
  message_video_rooms: {
    access: adminsOnly,
    call: `message_video_rooms(array['${ids.slotA1}']::uuid[], 'Hello')`,
  },
  set_outcome: { access: adminsOnly, call: `set_outcome('${ids.slotA1}', 'completed')` },
  set_meeting_url: {
    access: adminsOnly,
    call: `set_meeting_url('${ids.todayA}', 'https://meet.example/x')`,
  },
  join_video_room: {
    access: roomParticipants,
    call: `join_video_room('${ids.slotA1}', '${ids.session}')`,
  },
  poll_video_room: {
    access: roomParticipants,
    call: `poll_video_room('${ids.slotA1}', '${ids.session}')`,
  },
  send_video_room_signals: {
    access: roomParticipants,
    call: `send_video_room_signals('${ids.slotA1}', '${ids.session}', '[]')`,
  },
  send_video_room_message: {
    access: roomParticipants,
    call: `send_video_room_message('${ids.slotA1}', '${ids.session}', 'Hello')`,
  },
  leave_video_room: {
    access: roomParticipants,
    call: `leave_video_room('${ids.slotA1}', '${ids.session}')`,
  },
  admit_to_video_room: {
    access: roomHosts,
    call: `admit_to_video_room('${ids.slotA1}', '${ids.memberA}')`,
  },
  finish_interview: { access: roomHosts, call: `finish_interview('${ids.slotA1}')` },
  reopen_interview: { access: roomHosts, call: `reopen_interview('${ids.slotA1}')` },
  access_link: { access: nobody, call: `access_link('${ids.linkA}')` },
  record_link_opened: {
    access: guests,
    call: "record_link_opened()",
  },
  request_interview_link: {
    access: nobody,
    call: "request_interview_link('a@a.example', '127.0.0.1')",
  },
  queue_scheduled_emails: { access: nobody, call: "queue_scheduled_emails()" },
  begin_delivery: { access: nobody, call: "begin_delivery(gen_random_uuid())" },
  end_delivery: { access: nobody, call: "end_delivery(gen_random_uuid())" },
  claim_emails: { access: nobody, call: "claim_emails()" },
  record_email_results: {
    access: nobody,
    call: `record_email_results('[{"email_id": "${ids.email}", "result": "sent"}]')`,
  },
  record_email_event: {
    access: nobody,
    call: `record_email_event('${ids.email}', null, 'delivered', now(), null, null)`,
  },
};
