-- In-App Video: who is in an interview's room, and the signals by which their browsers find each other.
-- Staff may look; the people of a room get their policies with the room itself.

create type public.room_role as enum ('interviewer', 'student', 'staff');

create table public.room_members (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.slots (id) on delete cascade,
  role public.room_role not null,
  access_link_id uuid references public.access_links (id) on delete cascade,
  user_id uuid references public.staff (user_id) on delete cascade,
  admitted_at timestamptz,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  unique (slot_id, access_link_id),
  unique (slot_id, user_id),
  constraint member_is_one_person check (num_nonnulls(access_link_id, user_id) = 1),
  constraint staff_come_with_an_account check ((role = 'staff') = (user_id is not null))
);
comment on table public.room_members is 'Presence in the room of one interview, kept as its attendance.';
create index room_members_link_idx on public.room_members (access_link_id);
create index room_members_user_idx on public.room_members (user_id);

create table public.room_signals (
  id bigint generated always as identity primary key,
  from_member_id uuid not null references public.room_members (id) on delete cascade,
  to_member_id uuid not null references public.room_members (id) on delete cascade,
  body jsonb not null check (octet_length(body::text) <= 16384),
  created_at timestamptz not null default now()
);
comment on table public.room_signals is 'WebRTC offers, answers and candidates on their way from one member to another; deleted once read.';
create index room_signals_to_idx on public.room_signals (to_member_id, id);
create index room_signals_from_idx on public.room_signals (from_member_id);

alter table public.room_members enable row level security;
alter table public.room_signals enable row level security;
revoke all on public.room_members, public.room_signals from anon, authenticated;
grant select on public.room_members to authenticated;
create policy "Staff read who is in a room" on public.room_members for select to authenticated using ((select private.is_staff()));
