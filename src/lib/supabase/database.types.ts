export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      access_links: {
        Row: {
          created_at: string;
          first_opened_at: string | null;
          id: string;
          interviewer_id: string | null;
          last_opened_at: string | null;
          student_id: string | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          first_opened_at?: string | null;
          id?: string;
          interviewer_id?: string | null;
          last_opened_at?: string | null;
          student_id?: string | null;
          version?: number;
        };
        Update: {
          created_at?: string;
          first_opened_at?: string | null;
          id?: string;
          interviewer_id?: string | null;
          last_opened_at?: string | null;
          student_id?: string | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "access_links_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: true;
            referencedRelation: "interviewer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "access_links_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: true;
            referencedRelation: "interviewers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "access_links_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: true;
            referencedRelation: "student_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "access_links_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: true;
            referencedRelation: "students";
            referencedColumns: ["id"];
          },
        ];
      };
      activity: {
        Row: {
          about: string | null;
          action: string;
          actor_id: string | null;
          actor_name: string;
          at: string;
          detail: NonNullable<Json>;
          id: number;
          names: NonNullable<Json>;
          oci_id: string | null;
          schedule_id: string | null;
          search: string;
          subject_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          about?: never;
          action: string;
          actor_id?: string | null;
          actor_name: string;
          at?: string;
          detail?: NonNullable<Json>;
          id?: never;
          names?: NonNullable<Json>;
          oci_id?: string | null;
          schedule_id?: string | null;
          search?: string;
          subject_id?: string | null;
        };
        Update: {
          about?: never;
          action?: string;
          actor_id?: string | null;
          actor_name?: string;
          at?: string;
          detail?: NonNullable<Json>;
          id?: never;
          names?: NonNullable<Json>;
          oci_id?: string | null;
          schedule_id?: string | null;
          search?: string;
          subject_id?: string | null;
        };
        Relationships: [];
      };
      applications: {
        Row: {
          created_at: string;
          id: string;
          job_posting_id: string;
          rank: number;
          status: Database["public"]["Enums"]["application_status"];
          student_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          job_posting_id: string;
          rank?: number;
          status?: Database["public"]["Enums"]["application_status"];
          student_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          job_posting_id?: string;
          rank?: number;
          status?: Database["public"]["Enums"]["application_status"];
          student_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "applications_job_posting_id_fkey";
            columns: ["job_posting_id"];
            isOneToOne: false;
            referencedRelation: "job_postings";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "applications_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "student_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "applications_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "students";
            referencedColumns: ["id"];
          },
        ];
      };
      assignment_changes: {
        Row: {
          changes: NonNullable<Json>;
          created_at: string;
          created_by: string | null;
          id: string;
          kind: string;
          undone_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          changes: NonNullable<Json>;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          kind: string;
          undone_at?: string | null;
        };
        Update: {
          changes?: NonNullable<Json>;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          kind?: string;
          undone_at?: string | null;
        };
        Relationships: [];
      };
      documents: {
        Row: {
          file_name: string;
          id: string;
          job_posting_id: string | null;
          kind: Database["public"]["Enums"]["document_kind"];
          mime_type: string;
          size: number;
          student_id: string;
          uploaded_at: string;
        };
        ComputedFields: never;
        Insert: {
          file_name: string;
          id: string;
          job_posting_id?: string | null;
          kind: Database["public"]["Enums"]["document_kind"];
          mime_type: string;
          size: number;
          student_id: string;
          uploaded_at?: string;
        };
        Update: {
          file_name?: string;
          id?: string;
          job_posting_id?: string | null;
          kind?: Database["public"]["Enums"]["document_kind"];
          mime_type?: string;
          size?: number;
          student_id?: string;
          uploaded_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "documents_job_posting_id_fkey";
            columns: ["job_posting_id"];
            isOneToOne: false;
            referencedRelation: "job_postings";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "documents_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "student_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "documents_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "students";
            referencedColumns: ["id"];
          },
        ];
      };
      email_batches: {
        Row: {
          created_at: string;
          created_by: string | null;
          id: string;
          request_id: string;
          summary: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          id?: string;
          request_id: string;
          summary?: NonNullable<Json>;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          id?: string;
          request_id?: string;
          summary?: NonNullable<Json>;
        };
        Relationships: [];
      };
      email_bodies: {
        Row: {
          body_text: string;
          html: string;
          id: string;
        };
        ComputedFields: never;
        Insert: {
          body_text: string;
          html: string;
          id: string;
        };
        Update: {
          body_text?: string;
          html?: string;
          id?: string;
        };
        Relationships: [];
      };
      email_events: {
        Row: {
          at: string;
          detail: string | null;
          email_id: string;
          id: number;
          params: NonNullable<Json>;
          provider_event_id: string | null;
          reason: Database["public"]["Enums"]["unsent_reason"] | null;
          type: Database["public"]["Enums"]["email_event_type"];
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          detail?: string | null;
          email_id: string;
          id?: never;
          params?: NonNullable<Json>;
          provider_event_id?: string | null;
          reason?: Database["public"]["Enums"]["unsent_reason"] | null;
          type: Database["public"]["Enums"]["email_event_type"];
        };
        Update: {
          at?: string;
          detail?: string | null;
          email_id?: string;
          id?: never;
          params?: NonNullable<Json>;
          provider_event_id?: string | null;
          reason?: Database["public"]["Enums"]["unsent_reason"] | null;
          type?: Database["public"]["Enums"]["email_event_type"];
        };
        Relationships: [
          {
            foreignKeyName: "email_events_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "email_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_events_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_events_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "student_link_states";
            referencedColumns: ["email_id"];
          },
        ];
      };
      email_schedules: {
        Row: {
          at: string;
          email_id: string;
          events: NonNullable<Json>;
          is_interviewer: boolean;
          person_id: string;
          schedule_id: string;
          sequence: number;
          snapshot: Json | null;
          is_outdated: boolean | null;
        };
        ComputedFields: "is_outdated";
        Insert: {
          at?: string;
          email_id: string;
          events?: NonNullable<Json>;
          is_interviewer: boolean;
          person_id: string;
          schedule_id: string;
          sequence?: number;
          snapshot?: Json | null;
        };
        Update: {
          at?: string;
          email_id?: string;
          events?: NonNullable<Json>;
          is_interviewer?: boolean;
          person_id?: string;
          schedule_id?: string;
          sequence?: number;
          snapshot?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: "email_schedules_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "email_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_schedules_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_schedules_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "student_link_states";
            referencedColumns: ["email_id"];
          },
          {
            foreignKeyName: "email_schedules_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "email_schedules_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "email_schedules_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "schedules";
            referencedColumns: ["id"];
          },
        ];
      };
      email_words: {
        Row: {
          closing: string | null;
          introduction: string | null;
          kind: Database["public"]["Enums"]["email_kind"];
          subject: string | null;
        };
        ComputedFields: never;
        Insert: {
          closing?: string | null;
          introduction?: string | null;
          kind: Database["public"]["Enums"]["email_kind"];
          subject?: string | null;
        };
        Update: {
          closing?: string | null;
          introduction?: string | null;
          kind?: Database["public"]["Enums"]["email_kind"];
          subject?: string | null;
        };
        Relationships: [];
      };
      emails: {
        Row: {
          about: string | null;
          attempts: number;
          batch_id: string | null;
          body_id: string | null;
          created_at: string;
          created_by: string | null;
          due_at: string;
          ics: string | null;
          id: string;
          interviewer_id: string | null;
          kind: Database["public"]["Enums"]["email_kind"];
          last_error: string | null;
          lease_id: string | null;
          leased_until: string | null;
          link_version: number | null;
          provider_id: string | null;
          search: string | null;
          sent_at: string | null;
          sent_from: string | null;
          status: Database["public"]["Enums"]["email_status"];
          status_group: Database["public"]["Enums"]["email_status_group"];
          student_id: string | null;
          subject: string | null;
          to_email: string;
          to_name: string;
          unsent_reason: Database["public"]["Enums"]["unsent_reason"] | null;
        };
        ComputedFields: never;
        Insert: {
          about?: string | null;
          attempts?: number;
          batch_id?: string | null;
          body_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          due_at?: string;
          ics?: string | null;
          id?: string;
          interviewer_id?: string | null;
          kind: Database["public"]["Enums"]["email_kind"];
          last_error?: string | null;
          lease_id?: string | null;
          leased_until?: string | null;
          link_version?: number | null;
          provider_id?: string | null;
          search?: never;
          sent_at?: string | null;
          sent_from?: string | null;
          status?: Database["public"]["Enums"]["email_status"];
          status_group?: never;
          student_id?: string | null;
          subject?: string | null;
          to_email: string;
          to_name: string;
          unsent_reason?: Database["public"]["Enums"]["unsent_reason"] | null;
        };
        Update: {
          about?: string | null;
          attempts?: number;
          batch_id?: string | null;
          body_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          due_at?: string;
          ics?: string | null;
          id?: string;
          interviewer_id?: string | null;
          kind?: Database["public"]["Enums"]["email_kind"];
          last_error?: string | null;
          lease_id?: string | null;
          leased_until?: string | null;
          link_version?: number | null;
          provider_id?: string | null;
          search?: never;
          sent_at?: string | null;
          sent_from?: string | null;
          status?: Database["public"]["Enums"]["email_status"];
          status_group?: never;
          student_id?: string | null;
          subject?: string | null;
          to_email?: string;
          to_name?: string;
          unsent_reason?: Database["public"]["Enums"]["unsent_reason"] | null;
        };
        Relationships: [
          {
            foreignKeyName: "emails_batch_id_fkey";
            columns: ["batch_id"];
            isOneToOne: false;
            referencedRelation: "email_batches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "emails_body_id_fkey";
            columns: ["body_id"];
            isOneToOne: false;
            referencedRelation: "email_bodies";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "emails_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: false;
            referencedRelation: "interviewer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "emails_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: false;
            referencedRelation: "interviewers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "emails_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "student_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "emails_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "students";
            referencedColumns: ["id"];
          },
        ];
      };
      employers: {
        Row: {
          archived_at: string | null;
          created_at: string;
          id: string;
          name: string;
          website: string | null;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          id?: string;
          name: string;
          website?: string | null;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          id?: string;
          name?: string;
          website?: string | null;
        };
        Relationships: [];
      };
      interviewers: {
        Row: {
          archived_at: string | null;
          created_at: string;
          email: string;
          employer_id: string;
          full_name: string;
          id: string;
          is_recruiter: boolean;
          search: string;
          sees_overview: boolean;
          shares_email: boolean;
          title: string | null;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          email: string;
          employer_id: string;
          full_name: string;
          id?: string;
          is_recruiter?: boolean;
          search?: never;
          sees_overview?: boolean;
          shares_email?: boolean;
          title?: string | null;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          email?: string;
          employer_id?: string;
          full_name?: string;
          id?: string;
          is_recruiter?: boolean;
          search?: never;
          sees_overview?: boolean;
          shares_email?: boolean;
          title?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "interviewers_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "interviewers_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employers";
            referencedColumns: ["id"];
          },
        ];
      };
      job_postings: {
        Row: {
          archived_at: string | null;
          created_at: string;
          description: string;
          employer_id: string;
          id: string;
          location: string | null;
          title: string;
          url: string | null;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          description?: string;
          employer_id: string;
          id?: string;
          location?: string | null;
          title: string;
          url?: string | null;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          description?: string;
          employer_id?: string;
          id?: string;
          location?: string | null;
          title?: string;
          url?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "job_postings_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "job_postings_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employers";
            referencedColumns: ["id"];
          },
        ];
      };
      oci_list: {
        Row: {
          archived_at: string | null;
          assigned: number;
          changed_since_release: number;
          employer: string;
          employer_id: string;
          first_date: string | null;
          formats: string[];
          id: string;
          interviewers: number;
          interviews: number;
          job_posting_id: string | null;
          last_date: string | null;
          locations: string[];
          name: string | null;
          needs_attention: number;
          not_released: number;
          opened: number;
          position: string | null;
          released: number;
          schedules: number;
          search: string;
          season: string;
          sent: number;
          time_zones: string[];
          to_notify: number;
          to_send: number;
          videos: string[];
          without_interviewers: number;
          without_meeting_url: number;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          assigned?: number;
          changed_since_release?: number;
          employer?: string;
          employer_id: string;
          first_date?: string | null;
          formats?: string[];
          id: string;
          interviewers?: number;
          interviews?: number;
          job_posting_id?: string | null;
          last_date?: string | null;
          locations?: string[];
          name?: string | null;
          needs_attention?: number;
          not_released?: number;
          opened?: number;
          position?: string | null;
          released?: number;
          schedules?: number;
          search?: string;
          season?: string;
          sent?: number;
          time_zones?: string[];
          to_notify?: number;
          to_send?: number;
          videos?: string[];
          without_interviewers?: number;
          without_meeting_url?: number;
        };
        Update: {
          archived_at?: string | null;
          assigned?: number;
          changed_since_release?: number;
          employer?: string;
          employer_id?: string;
          first_date?: string | null;
          formats?: string[];
          id?: string;
          interviewers?: number;
          interviews?: number;
          job_posting_id?: string | null;
          last_date?: string | null;
          locations?: string[];
          name?: string | null;
          needs_attention?: number;
          not_released?: number;
          opened?: number;
          position?: string | null;
          released?: number;
          schedules?: number;
          search?: string;
          season?: string;
          sent?: number;
          time_zones?: string[];
          to_notify?: number;
          to_send?: number;
          videos?: string[];
          without_interviewers?: number;
          without_meeting_url?: number;
        };
        Relationships: [
          {
            foreignKeyName: "oci_list_id_fkey";
            columns: ["id"];
            isOneToOne: true;
            referencedRelation: "applicants";
            referencedColumns: ["oci_id"];
          },
          {
            foreignKeyName: "oci_list_id_fkey";
            columns: ["id"];
            isOneToOne: true;
            referencedRelation: "ocis";
            referencedColumns: ["id"];
          },
        ];
      };
      ocis: {
        Row: {
          archived_at: string | null;
          created_at: string;
          employer_id: string;
          id: string;
          job_posting_id: string | null;
          name: string | null;
          season: string;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          employer_id: string;
          id?: string;
          job_posting_id?: string | null;
          name?: string | null;
          season: string;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          employer_id?: string;
          id?: string;
          job_posting_id?: string | null;
          name?: string | null;
          season?: string;
        };
        Relationships: [
          {
            foreignKeyName: "ocis_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "ocis_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "ocis_employer_id_job_posting_id_fkey";
            columns: ["employer_id", "job_posting_id"];
            isOneToOne: false;
            referencedRelation: "job_postings";
            referencedColumns: ["employer_id", "id"];
          },
        ];
      };
      reminders: {
        Row: {
          email_id: string;
          kind: Database["public"]["Enums"]["reminder_kind"];
          on_date: string;
          person_id: string;
        };
        ComputedFields: never;
        Insert: {
          email_id: string;
          kind: Database["public"]["Enums"]["reminder_kind"];
          on_date: string;
          person_id: string;
        };
        Update: {
          email_id?: string;
          kind?: Database["public"]["Enums"]["reminder_kind"];
          on_date?: string;
          person_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "reminders_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: true;
            referencedRelation: "email_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "reminders_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: true;
            referencedRelation: "emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "reminders_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: true;
            referencedRelation: "student_link_states";
            referencedColumns: ["email_id"];
          },
        ];
      };
      schedule_interviewers: {
        Row: {
          created_at: string;
          interviewer_id: string;
          invited_at: string | null;
          link_email_id: string | null;
          schedule_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          interviewer_id: string;
          invited_at?: string | null;
          link_email_id?: string | null;
          schedule_id: string;
        };
        Update: {
          created_at?: string;
          interviewer_id?: string;
          invited_at?: string | null;
          link_email_id?: string | null;
          schedule_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "schedule_interviewers_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: false;
            referencedRelation: "interviewer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: false;
            referencedRelation: "interviewers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_link_email_id_fkey";
            columns: ["link_email_id"];
            isOneToOne: false;
            referencedRelation: "email_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_link_email_id_fkey";
            columns: ["link_email_id"];
            isOneToOne: false;
            referencedRelation: "emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_link_email_id_fkey";
            columns: ["link_email_id"];
            isOneToOne: false;
            referencedRelation: "student_link_states";
            referencedColumns: ["email_id"];
          },
          {
            foreignKeyName: "schedule_interviewers_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "schedule_interviewers_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "schedule_interviewers_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "schedules";
            referencedColumns: ["id"];
          },
        ];
      };
      schedule_templates: {
        Row: {
          created_at: string;
          id: string;
          name: string;
          pattern: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          name: string;
          pattern: NonNullable<Json>;
        };
        Update: {
          created_at?: string;
          id?: string;
          name?: string;
          pattern?: NonNullable<Json>;
        };
        Relationships: [];
      };
      schedules: {
        Row: {
          canceled_at: string | null;
          changed_since_release: boolean;
          created_at: string;
          ends_at: string | null;
          format: Database["public"]["Enums"]["schedule_format"];
          id: string;
          location: string | null;
          meeting_url: string | null;
          oci_id: string;
          on_date: string;
          pattern: NonNullable<Json>;
          released_at: string | null;
          released_revision: number | null;
          reminders: boolean;
          revision: number;
          starts_at: string | null;
          time_zone: string;
          times_hash: string;
          video: Database["public"]["Enums"]["schedule_video"] | null;
          assigned_count: number | null;
          interview_count: number | null;
          interviewer_count: number | null;
          release_gaps: string[] | null;
        };
        ComputedFields: "assigned_count" | "interview_count" | "interviewer_count" | "release_gaps";
        Insert: {
          canceled_at?: string | null;
          changed_since_release?: never;
          created_at?: string;
          ends_at?: string | null;
          format: Database["public"]["Enums"]["schedule_format"];
          id?: string;
          location?: string | null;
          meeting_url?: string | null;
          oci_id: string;
          on_date: string;
          pattern: NonNullable<Json>;
          released_at?: string | null;
          released_revision?: number | null;
          reminders?: boolean;
          revision?: number;
          starts_at?: string | null;
          time_zone: string;
          times_hash?: string;
          video?: Database["public"]["Enums"]["schedule_video"] | null;
        };
        Update: {
          canceled_at?: string | null;
          changed_since_release?: never;
          created_at?: string;
          ends_at?: string | null;
          format?: Database["public"]["Enums"]["schedule_format"];
          id?: string;
          location?: string | null;
          meeting_url?: string | null;
          oci_id?: string;
          on_date?: string;
          pattern?: NonNullable<Json>;
          released_at?: string | null;
          released_revision?: number | null;
          reminders?: boolean;
          revision?: number;
          starts_at?: string | null;
          time_zone?: string;
          times_hash?: string;
          video?: Database["public"]["Enums"]["schedule_video"] | null;
        };
        Relationships: [
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["oci_id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "ocis";
            referencedColumns: ["id"];
          },
        ];
      };
      school_logo: {
        Row: {
          content: string;
          id: boolean;
          mime_type: string;
        };
        ComputedFields: never;
        Insert: {
          content: string;
          id?: boolean;
          mime_type: string;
        };
        Update: {
          content?: string;
          id?: boolean;
          mime_type?: string;
        };
        Relationships: [];
      };
      settings: {
        Row: {
          accent_color: string;
          id: boolean;
          notify_automatically: boolean;
          office_name: string;
          remind_day_before: boolean;
          remind_same_day: boolean;
          reply_to: string | null;
          school_name: string;
          sender_email: string;
          sender_name: string;
          sending_paused_at: string | null;
          sending_paused_reason: string | null;
          support_email: string;
          support_phone: string | null;
          time_zone: string;
        };
        ComputedFields: never;
        Insert: {
          accent_color?: string;
          id?: boolean;
          notify_automatically?: boolean;
          office_name: string;
          remind_day_before?: boolean;
          remind_same_day?: boolean;
          reply_to?: string | null;
          school_name: string;
          sender_email: string;
          sender_name: string;
          sending_paused_at?: string | null;
          sending_paused_reason?: string | null;
          support_email: string;
          support_phone?: string | null;
          time_zone?: string;
        };
        Update: {
          accent_color?: string;
          id?: boolean;
          notify_automatically?: boolean;
          office_name?: string;
          remind_day_before?: boolean;
          remind_same_day?: boolean;
          reply_to?: string | null;
          school_name?: string;
          sender_email?: string;
          sender_name?: string;
          sending_paused_at?: string | null;
          sending_paused_reason?: string | null;
          support_email?: string;
          support_phone?: string | null;
          time_zone?: string;
        };
        Relationships: [];
      };
      slot_interviewers: {
        Row: {
          interviewer_id: string;
          schedule_id: string;
          slot_id: string;
        };
        ComputedFields: never;
        Insert: {
          interviewer_id: string;
          schedule_id: string;
          slot_id: string;
        };
        Update: {
          interviewer_id?: string;
          schedule_id?: string;
          slot_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "slot_interviewers_schedule_id_interviewer_id_fkey";
            columns: ["schedule_id", "interviewer_id"];
            isOneToOne: false;
            referencedRelation: "link_states";
            referencedColumns: ["schedule_id", "interviewer_id"];
          },
          {
            foreignKeyName: "slot_interviewers_schedule_id_interviewer_id_fkey";
            columns: ["schedule_id", "interviewer_id"];
            isOneToOne: false;
            referencedRelation: "schedule_interviewers";
            referencedColumns: ["schedule_id", "interviewer_id"];
          },
          {
            foreignKeyName: "slot_interviewers_slot_id_schedule_id_fkey";
            columns: ["slot_id", "schedule_id"];
            isOneToOne: false;
            referencedRelation: "slots";
            referencedColumns: ["id", "schedule_id"];
          },
        ];
      };
      slots: {
        Row: {
          created_at: string;
          ends_at: string;
          id: string;
          kind: Database["public"]["Enums"]["slot_kind"];
          label: string | null;
          outcome: Database["public"]["Enums"]["slot_outcome"] | null;
          outcome_note: string | null;
          schedule_id: string;
          starts_at: string;
          student_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          ends_at: string;
          id?: string;
          kind?: Database["public"]["Enums"]["slot_kind"];
          label?: string | null;
          outcome?: Database["public"]["Enums"]["slot_outcome"] | null;
          outcome_note?: string | null;
          schedule_id: string;
          starts_at: string;
          student_id?: string | null;
        };
        Update: {
          created_at?: string;
          ends_at?: string;
          id?: string;
          kind?: Database["public"]["Enums"]["slot_kind"];
          label?: string | null;
          outcome?: Database["public"]["Enums"]["slot_outcome"] | null;
          outcome_note?: string | null;
          schedule_id?: string;
          starts_at?: string;
          student_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "slots_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "slots_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "slots_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "schedules";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "slots_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "student_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "slots_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "students";
            referencedColumns: ["id"];
          },
        ];
      };
      staff: {
        Row: {
          created_at: string;
          full_name: string;
          role: Database["public"]["Enums"]["staff_role"];
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          full_name: string;
          role?: Database["public"]["Enums"]["staff_role"];
          user_id: string;
        };
        Update: {
          created_at?: string;
          full_name?: string;
          role?: Database["public"]["Enums"]["staff_role"];
          user_id?: string;
        };
        Relationships: [];
      };
      students: {
        Row: {
          archived_at: string | null;
          class_year: number | null;
          created_at: string;
          email: string;
          full_name: string;
          has_resume: boolean;
          id: string;
          interviews: number;
          program: string | null;
          search: string;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          class_year?: number | null;
          created_at?: string;
          email: string;
          full_name: string;
          has_resume?: boolean;
          id?: string;
          interviews?: number;
          program?: string | null;
          search?: never;
        };
        Update: {
          archived_at?: string | null;
          class_year?: number | null;
          created_at?: string;
          email?: string;
          full_name?: string;
          has_resume?: boolean;
          id?: string;
          interviews?: number;
          program?: string | null;
          search?: never;
        };
        Relationships: [];
      };
      substitute_proposals: {
        Row: {
          created_at: string;
          declined_at: string | null;
          email: string | null;
          full_name: string | null;
          id: string;
          interviewer_id: string;
          proposed_by: string;
          schedule_id: string;
          substitute_id: string | null;
          title: string | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          declined_at?: string | null;
          email?: string | null;
          full_name?: string | null;
          id?: string;
          interviewer_id: string;
          proposed_by: string;
          schedule_id: string;
          substitute_id?: string | null;
          title?: string | null;
        };
        Update: {
          created_at?: string;
          declined_at?: string | null;
          email?: string | null;
          full_name?: string | null;
          id?: string;
          interviewer_id?: string;
          proposed_by?: string;
          schedule_id?: string;
          substitute_id?: string | null;
          title?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "substitute_proposals_proposed_by_fkey";
            columns: ["proposed_by"];
            isOneToOne: false;
            referencedRelation: "interviewer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "substitute_proposals_proposed_by_fkey";
            columns: ["proposed_by"];
            isOneToOne: false;
            referencedRelation: "interviewers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "substitute_proposals_schedule_id_interviewer_id_fkey";
            columns: ["schedule_id", "interviewer_id"];
            isOneToOne: false;
            referencedRelation: "link_states";
            referencedColumns: ["schedule_id", "interviewer_id"];
          },
          {
            foreignKeyName: "substitute_proposals_schedule_id_interviewer_id_fkey";
            columns: ["schedule_id", "interviewer_id"];
            isOneToOne: false;
            referencedRelation: "schedule_interviewers";
            referencedColumns: ["schedule_id", "interviewer_id"];
          },
          {
            foreignKeyName: "substitute_proposals_substitute_id_fkey";
            columns: ["substitute_id"];
            isOneToOne: false;
            referencedRelation: "interviewer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "substitute_proposals_substitute_id_fkey";
            columns: ["substitute_id"];
            isOneToOne: false;
            referencedRelation: "interviewers";
            referencedColumns: ["id"];
          },
        ];
      };
      suppressed_addresses: {
        Row: {
          at: string;
          detail: string | null;
          email: string;
          email_id: string | null;
          reason: Database["public"]["Enums"]["email_event_type"];
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          detail?: string | null;
          email: string;
          email_id?: string | null;
          reason: Database["public"]["Enums"]["email_event_type"];
        };
        Update: {
          at?: string;
          detail?: string | null;
          email?: string;
          email_id?: string | null;
          reason?: Database["public"]["Enums"]["email_event_type"];
        };
        Relationships: [
          {
            foreignKeyName: "suppressed_addresses_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "email_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "suppressed_addresses_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "suppressed_addresses_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "student_link_states";
            referencedColumns: ["email_id"];
          },
        ];
      };
      video_room_members: {
        Row: {
          access_link_id: string | null;
          admitted_at: string | null;
          entered_at: string;
          first_seen_at: string;
          id: string;
          last_seen_at: string;
          link_version: number | null;
          role: Database["public"]["Enums"]["video_room_role"];
          session: string | null;
          signals_sent: number;
          signals_since: string;
          slot_id: string;
          state: NonNullable<Json>;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          access_link_id?: string | null;
          admitted_at?: string | null;
          entered_at?: string;
          first_seen_at?: string;
          id?: string;
          last_seen_at?: string;
          link_version?: number | null;
          role: Database["public"]["Enums"]["video_room_role"];
          session?: string | null;
          signals_sent?: number;
          signals_since?: string;
          slot_id: string;
          state?: NonNullable<Json>;
          user_id?: string | null;
        };
        Update: {
          access_link_id?: string | null;
          admitted_at?: string | null;
          entered_at?: string;
          first_seen_at?: string;
          id?: string;
          last_seen_at?: string;
          link_version?: number | null;
          role?: Database["public"]["Enums"]["video_room_role"];
          session?: string | null;
          signals_sent?: number;
          signals_since?: string;
          slot_id?: string;
          state?: NonNullable<Json>;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "video_room_members_access_link_id_fkey";
            columns: ["access_link_id"];
            isOneToOne: false;
            referencedRelation: "access_links";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_members_slot_id_fkey";
            columns: ["slot_id"];
            isOneToOne: false;
            referencedRelation: "video_rooms";
            referencedColumns: ["slot_id"];
          },
          {
            foreignKeyName: "video_room_members_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: false;
            referencedRelation: "staff";
            referencedColumns: ["user_id"];
          },
        ];
      };
      video_room_messages: {
        Row: {
          body: string;
          created_at: string;
          from_name: string;
          from_role: Database["public"]["Enums"]["video_room_role"];
          id: number;
          kind: Database["public"]["Enums"]["video_room_message_kind"];
          member_id: string | null;
          slot_id: string;
        };
        ComputedFields: never;
        Insert: {
          body: string;
          created_at?: string;
          from_name: string;
          from_role: Database["public"]["Enums"]["video_room_role"];
          id?: never;
          kind: Database["public"]["Enums"]["video_room_message_kind"];
          member_id?: string | null;
          slot_id: string;
        };
        Update: {
          body?: string;
          created_at?: string;
          from_name?: string;
          from_role?: Database["public"]["Enums"]["video_room_role"];
          id?: never;
          kind?: Database["public"]["Enums"]["video_room_message_kind"];
          member_id?: string | null;
          slot_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "video_room_messages_member_id_fkey";
            columns: ["member_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_messages_member_id_fkey";
            columns: ["member_id"];
            isOneToOne: false;
            referencedRelation: "video_room_members";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_messages_slot_id_fkey";
            columns: ["slot_id"];
            isOneToOne: false;
            referencedRelation: "video_rooms";
            referencedColumns: ["slot_id"];
          },
        ];
      };
      video_room_signals: {
        Row: {
          body: NonNullable<Json>;
          created_at: string;
          from_member_id: string;
          from_session: string;
          id: number;
          slot_id: string;
          to_member_id: string;
          to_session: string;
        };
        ComputedFields: never;
        Insert: {
          body: NonNullable<Json>;
          created_at?: string;
          from_member_id: string;
          from_session: string;
          id?: never;
          slot_id: string;
          to_member_id: string;
          to_session: string;
        };
        Update: {
          body?: NonNullable<Json>;
          created_at?: string;
          from_member_id?: string;
          from_session?: string;
          id?: never;
          slot_id?: string;
          to_member_id?: string;
          to_session?: string;
        };
        Relationships: [
          {
            foreignKeyName: "video_room_signals_from_member_id_fkey";
            columns: ["from_member_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_signals_from_member_id_fkey";
            columns: ["from_member_id"];
            isOneToOne: false;
            referencedRelation: "video_room_members";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_signals_slot_id_fkey";
            columns: ["slot_id"];
            isOneToOne: false;
            referencedRelation: "video_rooms";
            referencedColumns: ["slot_id"];
          },
          {
            foreignKeyName: "video_room_signals_to_member_id_fkey";
            columns: ["to_member_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_signals_to_member_id_fkey";
            columns: ["to_member_id"];
            isOneToOne: false;
            referencedRelation: "video_room_members";
            referencedColumns: ["id"];
          },
        ];
      };
      video_rooms: {
        Row: {
          finished_at: string | null;
          slot_id: string;
        };
        ComputedFields: never;
        Insert: {
          finished_at?: string | null;
          slot_id: string;
        };
        Update: {
          finished_at?: string | null;
          slot_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "video_rooms_slot_id_fkey";
            columns: ["slot_id"];
            isOneToOne: true;
            referencedRelation: "applicants";
            referencedColumns: ["slot_id"];
          },
          {
            foreignKeyName: "video_rooms_slot_id_fkey";
            columns: ["slot_id"];
            isOneToOne: true;
            referencedRelation: "slots";
            referencedColumns: ["id"];
          },
        ];
      };
    };
    Views: {
      applicants: {
        Row: {
          application_id: string;
          class_year: number | null;
          email: string;
          full_name: string;
          oci_id: string;
          program: string | null;
          rank: number;
          schedule_id: string | null;
          slot_id: string | null;
          starts_at: string | null;
          status: Database["public"]["Enums"]["application_status"];
          student_id: string;
          time_zone: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "applications_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "student_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "applications_student_id_fkey";
            columns: ["student_id"];
            isOneToOne: false;
            referencedRelation: "students";
            referencedColumns: ["id"];
          },
        ];
      };
      attendance: {
        Row: {
          admitted_at: string | null;
          employer: string;
          ends_at: string;
          first_seen_at: string;
          id: string;
          last_seen_at: string;
          name: string | null;
          oci_id: string;
          on_date: string;
          outcome: Database["public"]["Enums"]["slot_outcome"] | null;
          outcome_note: string | null;
          position: string | null;
          role: Database["public"]["Enums"]["video_room_role"];
          schedule_id: string;
          slot_id: string;
          starts_at: string;
          time_zone: string;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["oci_id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "ocis";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "video_room_members_slot_id_fkey";
            columns: ["slot_id"];
            isOneToOne: false;
            referencedRelation: "video_rooms";
            referencedColumns: ["slot_id"];
          },
        ];
      };
      email_list: {
        Row: {
          batch_id: string | null;
          created_at: string;
          id: string;
          kind: Database["public"]["Enums"]["email_kind"];
          status: Database["public"]["Enums"]["email_status"];
          status_group: Database["public"]["Enums"]["email_status_group"];
          subject: string | null;
          to_email: string;
          to_name: string;
        };
        ComputedFields: never;
        Insert: {
          batch_id?: string | null;
          created_at?: string | null;
          id?: string | null;
          kind?: Database["public"]["Enums"]["email_kind"] | null;
          status?: Database["public"]["Enums"]["email_status"] | null;
          status_group?: Database["public"]["Enums"]["email_status_group"] | null;
          subject?: string | null;
          to_email?: string | null;
          to_name?: string | null;
        };
        Update: {
          batch_id?: string | null;
          created_at?: string | null;
          id?: string | null;
          kind?: Database["public"]["Enums"]["email_kind"] | null;
          status?: Database["public"]["Enums"]["email_status"] | null;
          status_group?: Database["public"]["Enums"]["email_status_group"] | null;
          subject?: string | null;
          to_email?: string | null;
          to_name?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "emails_batch_id_fkey";
            columns: ["batch_id"];
            isOneToOne: false;
            referencedRelation: "email_batches";
            referencedColumns: ["id"];
          },
        ];
      };
      employer_list: {
        Row: {
          archived_at: string | null;
          id: string;
          interviewers: number | null;
          name: string;
          ocis: number | null;
          search: string | null;
          website: string | null;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          id?: string | null;
          interviewers?: never;
          name?: string | null;
          ocis?: never;
          search?: never;
          website?: string | null;
        };
        Update: {
          archived_at?: string | null;
          id?: string | null;
          interviewers?: never;
          name?: string | null;
          ocis?: never;
          search?: never;
          website?: string | null;
        };
        Relationships: [];
      };
      interviewer_list: {
        Row: {
          archived_at: string | null;
          email: string;
          employer: string;
          employer_id: string;
          full_name: string;
          id: string;
          is_recruiter: boolean;
          last_opened_at: string | null;
          search: string;
          sees_overview: boolean;
          title: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "interviewers_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "interviewers_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employers";
            referencedColumns: ["id"];
          },
        ];
      };
      link_states: {
        Row: {
          email: string;
          email_id: string | null;
          full_name: string;
          interviewer_id: string;
          is_recruiter: boolean;
          last_error: string | null;
          link_reset: boolean | null;
          oci_id: string;
          opened_at: string | null;
          outdated: boolean | null;
          schedule_id: string;
          status: Database["public"]["Enums"]["email_status"] | null;
          status_at: string | null;
          suppressed: boolean | null;
          title: string | null;
          unsent_reason: Database["public"]["Enums"]["unsent_reason"] | null;
          up_to_date: boolean | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "schedule_interviewers_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: false;
            referencedRelation: "interviewer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_interviewer_id_fkey";
            columns: ["interviewer_id"];
            isOneToOne: false;
            referencedRelation: "interviewers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_link_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "email_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_link_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedule_interviewers_link_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "student_link_states";
            referencedColumns: ["email_id"];
          },
          {
            foreignKeyName: "schedule_interviewers_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "schedule_interviewers_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "attendance";
            referencedColumns: ["schedule_id"];
          },
          {
            foreignKeyName: "schedule_interviewers_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "schedules";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["oci_id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "ocis";
            referencedColumns: ["id"];
          },
        ];
      };
      open_proposals: {
        Row: {
          created_at: string;
          employer: string;
          employer_id: string;
          id: string;
          interviewer: string;
          interviewer_id: string;
          is_new: boolean | null;
          oci_id: string;
          on_date: string;
          recruiter: string;
          schedule_id: string;
          substitute: string | null;
          substitute_email: string | null;
          time_zone: string;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "ocis_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employer_list";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "ocis_employer_id_fkey";
            columns: ["employer_id"];
            isOneToOne: false;
            referencedRelation: "employers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["oci_id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "ocis";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "substitute_proposals_schedule_id_interviewer_id_fkey";
            columns: ["schedule_id", "interviewer_id"];
            isOneToOne: false;
            referencedRelation: "link_states";
            referencedColumns: ["schedule_id", "interviewer_id"];
          },
          {
            foreignKeyName: "substitute_proposals_schedule_id_interviewer_id_fkey";
            columns: ["schedule_id", "interviewer_id"];
            isOneToOne: false;
            referencedRelation: "schedule_interviewers";
            referencedColumns: ["schedule_id", "interviewer_id"];
          },
        ];
      };
      seasons: {
        Row: {
          last_date: string | null;
          season: string;
        };
        ComputedFields: never;
        Relationships: [];
      };
      student_link_states: {
        Row: {
          email: string;
          email_id: string | null;
          ends_at: string | null;
          full_name: string;
          is_assigned: boolean | null;
          last_error: string | null;
          last_opened_at: string | null;
          link_reset: boolean | null;
          oci_id: string;
          opened_at: string | null;
          outdated: boolean | null;
          schedule_id: string | null;
          starts_at: string | null;
          status: Database["public"]["Enums"]["email_status"] | null;
          status_at: string | null;
          student_id: string | null;
          suppressed: boolean | null;
          unsent_reason: Database["public"]["Enums"]["unsent_reason"] | null;
          up_to_date: boolean | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "applicants";
            referencedColumns: ["oci_id"];
          },
          {
            foreignKeyName: "schedules_oci_id_fkey";
            columns: ["oci_id"];
            isOneToOne: false;
            referencedRelation: "ocis";
            referencedColumns: ["id"];
          },
        ];
      };
      student_list: {
        Row: {
          archived_at: string | null;
          class_year: number | null;
          email: string;
          full_name: string;
          has_resume: boolean;
          id: string;
          interviews: number;
          program: string | null;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          class_year?: number | null;
          email?: string | null;
          full_name?: string | null;
          has_resume?: boolean | null;
          id?: string | null;
          interviews?: number | null;
          program?: string | null;
        };
        Update: {
          archived_at?: string | null;
          class_year?: number | null;
          email?: string | null;
          full_name?: string | null;
          has_resume?: boolean | null;
          id?: string | null;
          interviews?: number | null;
          program?: string | null;
        };
        Relationships: [];
      };
      student_programs: {
        Row: {
          class_year: number | null;
          program: string | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
    };
    Functions: {
      accent_contrast: {
        Args: { p_color: string };
        Returns: {
          is_enough: boolean;
          ratio: number;
        }[];
      };
      access_link: {
        Args: { p_id: string };
        Returns: {
          id: string;
          interviewer_id: string;
          student_id: string;
          usable: boolean;
          version: number;
        }[];
      };
      add_slot: {
        Args: {
          p_ends_at: string;
          p_kind?: Database["public"]["Enums"]["slot_kind"];
          p_label?: string;
          p_schedule_id: string;
          p_starts_at: string;
        };
        Returns: string;
      };
      admit_to_video_room: { Args: { p_member_id: string; p_slot_id: string }; Returns: undefined };
      apply_assignments: { Args: { p_plan: Json }; Returns: string };
      assign_interviewers: {
        Args: { p_interviewer_ids?: string[]; p_new?: Json; p_schedule_id: string };
        Returns: string;
      };
      assign_student: { Args: { p_slot_id: string; p_student_id?: string }; Returns: undefined };
      assigned_count: {
        Args: {
          s: Omit<
            Database["public"]["Tables"]["schedules"]["Row"],
            Database["public"]["Tables"]["schedules"]["ComputedFields"]
          >;
        };
        Returns: number;
      };
      begin_delivery: { Args: { p_run_id: string }; Returns: boolean };
      calendar_entries: {
        Args: { p_schedule_id?: string; p_slot_id?: string };
        Returns: {
          ends_at: string;
          key: number;
          person_id: string;
          schedule_id: string;
          sequence: number;
          starts_at: string;
        }[];
      };
      call_off_emails: { Args: { p_email_ids: string[] }; Returns: number };
      cancel_schedule: { Args: { p_canceled: boolean; p_schedule_id: string }; Returns: undefined };
      check_import: {
        Args: { p_kind: Database["public"]["Enums"]["import_kind"]; p_rows: Json };
        Returns: Json;
      };
      claim_emails: {
        Args: { p_lease_seconds?: number; p_limit?: number; p_per_second?: number };
        Returns: {
          email_id: string;
          lease_id: string;
          payload: Json;
          wait_ms: number;
        }[];
      };
      copy_schedule: {
        Args: {
          p_id: string;
          p_location?: string;
          p_on_date: string;
          p_with_interviewers?: boolean;
        };
        Returns: string;
      };
      correct_address: {
        Args: {
          p_email: string;
          p_person_id: string;
          p_request_id: string;
          p_schedule_ids: string[];
        };
        Returns: Json;
      };
      decide_proposal: {
        Args: { p_accept: boolean; p_id: string; p_wait_seconds?: number };
        Returns: Json;
      };
      decline_applicant: {
        Args: { p_alternate_id?: string; p_application_id: string; p_slot_id?: string };
        Returns: undefined;
      };
      email_activity_version: { Args: Record<PropertyKey, never>; Returns: string };
      email_counts: {
        Args: {
          p_after?: string;
          p_batch?: string;
          p_before?: string;
          p_employer?: string;
          p_group?: Database["public"]["Enums"]["email_status_group"];
          p_kind?: Database["public"]["Enums"]["email_kind"];
          p_recipient: string;
          p_status?: Database["public"]["Enums"]["email_status"];
          p_text: string;
        };
        Returns: {
          attention: number;
          canceled: number;
          first_day: string;
          last_day: string;
          sent: number;
          starts_at: string;
          unit: string;
          waiting: number;
        }[];
      };
      email_samples: {
        Args: { p_kind: Database["public"]["Enums"]["email_kind"] };
        Returns: {
          employer: string;
          full_name: string;
          on_date: string;
          person_id: string;
          schedule_id: string;
        }[];
      };
      emails_needing_attention: { Args: Record<PropertyKey, never>; Returns: number };
      end_delivery: { Args: { p_run_id: string }; Returns: number };
      experience_version: { Args: Record<PropertyKey, never>; Returns: string };
      finish_interview: { Args: { p_slot_id: string }; Returns: undefined };
      import_rows: {
        Args: {
          p_kind: Database["public"]["Enums"]["import_kind"];
          p_rows: Json;
          p_skip_errors?: boolean;
        };
        Returns: Json;
      };
      interview_count: {
        Args: {
          s: Omit<
            Database["public"]["Tables"]["schedules"]["Row"],
            Database["public"]["Tables"]["schedules"]["ComputedFields"]
          >;
        };
        Returns: number;
      };
      interview_experience: { Args: Record<PropertyKey, never>; Returns: Json };
      interviewer_count: {
        Args: {
          s: Omit<
            Database["public"]["Tables"]["schedules"]["Row"],
            Database["public"]["Tables"]["schedules"]["ComputedFields"]
          >;
        };
        Returns: number;
      };
      is_outdated: {
        Args: {
          es: Omit<
            Database["public"]["Tables"]["email_schedules"]["Row"],
            Database["public"]["Tables"]["email_schedules"]["ComputedFields"]
          >;
        };
        Returns: boolean;
      };
      join_video_room: { Args: { p_session: string; p_slot_id: string }; Returns: Json };
      leave_video_room: { Args: { p_session: string; p_slot_id: string }; Returns: undefined };
      lift_suppression: { Args: { p_email: string }; Returns: undefined };
      link_readiness: {
        Args: { p_bulk?: boolean; p_schedule_ids: string[] };
        Returns: {
          criterion: string;
          met: boolean;
          schedule_id: string;
        }[];
      };
      live_board: { Args: Record<PropertyKey, never>; Returns: Json };
      match_employers: {
        Args: { p_text: string };
        Returns: {
          id: string;
          match_rank: number;
          name: string;
        }[];
      };
      match_students: {
        Args: { p_text: string };
        Returns: {
          class_year: number;
          email: string;
          full_name: string;
          id: string;
          match_rank: number;
          program: string;
        }[];
      };
      merge_fields: {
        Args: { p_kind: Database["public"]["Enums"]["email_kind"] };
        Returns: string[];
      };
      message_video_rooms: { Args: { p_body: string; p_slot_ids: string[] }; Returns: number };
      move_slot: {
        Args: { p_ends_at: string; p_slot_id: string; p_starts_at: string };
        Returns: undefined;
      };
      orphaned_files: { Args: Record<PropertyKey, never>; Returns: string[] };
      outstanding_notices: {
        Args: { p_oci_ids: string[] };
        Returns: {
          oci_id: string;
          people: number;
          schedule_id: string;
        }[];
      };
      place_applicant: {
        Args: { p_application_id: string; p_slot_id?: string };
        Returns: undefined;
      };
      plan_assignments: {
        Args: { p_schedule_ids: string[] };
        Returns: {
          ends_at: string;
          full_name: string;
          schedule_id: string;
          slot_id: string;
          starts_at: string;
          student_id: string;
          time_zone: string;
        }[];
      };
      poll_video_room: {
        Args: {
          p_ack?: number;
          p_seen?: number;
          p_session: string;
          p_slot_id: string;
          p_state?: Json;
        };
        Returns: Json;
      };
      preview_email: {
        Args: {
          p_kind: Database["public"]["Enums"]["email_kind"];
          p_person_id: string;
          p_schedule_id: string;
          p_words: Json;
        };
        Returns: Json;
      };
      preview_interview_links: {
        Args: {
          p_bulk?: boolean;
          p_include_unchanged?: boolean;
          p_interviewer_ids?: string[];
          p_schedule_ids: string[];
        };
        Returns: {
          email: string;
          employer: string;
          format: Database["public"]["Enums"]["schedule_format"];
          full_name: string;
          interviewer_id: string;
          last_at: string;
          last_status: Database["public"]["Enums"]["email_status"];
          oci_id: string;
          on_date: string;
          outcome: string;
          position: string;
          schedule_id: string;
          starts_at: string;
          time_zone: string;
          unmet: string[];
          video: Database["public"]["Enums"]["schedule_video"];
        }[];
      };
      preview_notices: {
        Args: { p_person_ids?: string[]; p_schedule_ids: string[] };
        Returns: {
          email: string;
          employer: string;
          facts: Json;
          full_name: string;
          is_interviewer: boolean;
          last_facts: Json;
          oci_id: string;
          person_id: string;
          position: string;
          schedule_id: string;
          state: string;
          suppressed: boolean;
        }[];
      };
      preview_slots: {
        Args: { p_on_date: string; p_pattern: Json; p_time_zone: string };
        Returns: {
          ends_at: string;
          kind: Database["public"]["Enums"]["slot_kind"];
          label: string;
          starts_at: string;
        }[];
      };
      preview_student_links: {
        Args: {
          p_as_released?: boolean;
          p_include_unchanged?: boolean;
          p_schedule_ids: string[];
          p_student_ids?: string[];
        };
        Returns: {
          email: string;
          employer: string;
          ends_at: string;
          full_name: string;
          is_assigned: boolean;
          last_at: string;
          last_status: Database["public"]["Enums"]["email_status"];
          oci_id: string;
          on_date: string;
          outcome: string;
          position: string;
          schedule_id: string;
          starts_at: string;
          student_id: string;
          time_zone: string;
          unmet: string[];
        }[];
      };
      propose_substitute: {
        Args: {
          p_interviewer_id: string;
          p_person?: Json;
          p_schedule_id: string;
          p_substitute_id?: string;
        };
        Returns: string;
      };
      queue_interview_links: {
        Args: {
          p_bulk?: boolean;
          p_include_unchanged?: boolean;
          p_interviewer_ids?: string[];
          p_request_id: string;
          p_schedule_ids: string[];
        };
        Returns: Json;
      };
      queue_notices: {
        Args: {
          p_person_ids?: string[];
          p_request_id: string;
          p_schedule_ids: string[];
          p_wait_seconds?: number;
        };
        Returns: Json;
      };
      queue_scheduled_emails: { Args: Record<PropertyKey, never>; Returns: number };
      queue_student_links: {
        Args: {
          p_include_unchanged?: boolean;
          p_request_id: string;
          p_schedule_ids: string[];
          p_student_ids?: string[];
        };
        Returns: Json;
      };
      ready_schedules: {
        Args: { p_oci_ids: string[] };
        Returns: {
          oci_id: string;
          ready: number;
        }[];
      };
      record_email_event: {
        Args: {
          p_at: string;
          p_detail: string;
          p_email_id: string;
          p_provider_event_id: string;
          p_provider_id: string;
          p_suppresses?: boolean;
          p_type: Database["public"]["Enums"]["email_event_type"];
        };
        Returns: boolean;
      };
      record_email_results: {
        Args: { p_bodies?: Json; p_results: Json };
        Returns: {
          email_id: string;
          status: Database["public"]["Enums"]["email_status"];
        }[];
      };
      record_link_opened: { Args: Record<PropertyKey, never>; Returns: undefined };
      recruiter_overview: { Args: Record<PropertyKey, never>; Returns: Json };
      relay_user: { Args: Record<PropertyKey, never>; Returns: string };
      release_gaps: {
        Args: {
          s: Omit<
            Database["public"]["Tables"]["schedules"]["Row"],
            Database["public"]["Tables"]["schedules"]["ComputedFields"]
          >;
        };
        Returns: string[];
      };
      release_schedules: {
        Args: { p_released: boolean; p_schedule_ids: string[] };
        Returns: number;
      };
      remove_document: { Args: { p_id: string }; Returns: undefined };
      remove_school_logo: { Args: Record<PropertyKey, never>; Returns: undefined };
      remove_slot: { Args: { p_slot_id: string }; Returns: undefined };
      reopen_interview: { Args: { p_slot_id: string }; Returns: undefined };
      replace_interviewer: {
        Args: {
          p_new?: string;
          p_old: string;
          p_person?: Json;
          p_schedule_id: string;
          p_wait_seconds?: number;
        };
        Returns: Json;
      };
      request_interview_link: { Args: { p_client: string; p_email: string }; Returns: number };
      resend_to_colleague: {
        Args: { p_interviewer_id: string; p_schedule_id: string };
        Returns: undefined;
      };
      reset_access_link: { Args: { p_person_id: string }; Returns: number };
      reset_email_words: {
        Args: { p_kind: Database["public"]["Enums"]["email_kind"] };
        Returns: undefined;
      };
      retry_emails: { Args: { p_email_ids: string[] }; Returns: number };
      reveal_access_link: {
        Args: { p_person_id: string };
        Returns: {
          link_id: string;
          version: number;
        }[];
      };
      save_document: {
        Args: {
          p_file_name: string;
          p_id: string;
          p_job_posting_id?: string;
          p_kind: Database["public"]["Enums"]["document_kind"];
          p_student_id: string;
        };
        Returns: string;
      };
      save_email_words: {
        Args: {
          p_closing: string;
          p_introduction: string;
          p_kind: Database["public"]["Enums"]["email_kind"];
          p_subject: string;
        };
        Returns: undefined;
      };
      save_oci: {
        Args: {
          p_employer_id?: string;
          p_id?: string;
          p_job_posting_id?: string;
          p_name?: string;
          p_new_employer?: string;
          p_new_posting?: string;
          p_season: string;
        };
        Returns: string;
      };
      save_schedule: {
        Args: {
          p_before?: Json;
          p_format: Database["public"]["Enums"]["schedule_format"];
          p_id?: string;
          p_location?: string;
          p_meeting_url?: string;
          p_oci_id?: string;
          p_on_date: string;
          p_pattern: Json;
          p_time_zone: string;
          p_unassign?: boolean;
          p_video?: Database["public"]["Enums"]["schedule_video"];
        };
        Returns: string;
      };
      save_school_logo: { Args: { p_content: string }; Returns: undefined };
      schedules_to_notify: {
        Args: Record<PropertyKey, never>;
        Returns: {
          people: number;
          schedule_id: string;
        }[];
      };
      search_activity: {
        Args: { p_text: string };
        Returns: {
          about: string | null;
          action: string;
          actor_id: string | null;
          actor_name: string;
          at: string;
          detail: NonNullable<Json>;
          id: number;
          names: NonNullable<Json>;
          oci_id: string | null;
          schedule_id: string | null;
          search: string;
          subject_id: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "activity";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      search_emails: {
        Args: { p_employer?: string; p_recipient: string; p_text: string };
        Returns: {
          batch_id: string | null;
          created_at: string;
          id: string;
          kind: Database["public"]["Enums"]["email_kind"];
          status: Database["public"]["Enums"]["email_status"];
          status_group: Database["public"]["Enums"]["email_status_group"];
          subject: string | null;
          to_email: string;
          to_name: string;
        }[];
        SetofOptions: {
          from: "*";
          to: "email_list";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      search_employers: {
        Args: { p_text: string };
        Returns: {
          archived_at: string | null;
          id: string;
          interviewers: number | null;
          name: string;
          ocis: number | null;
          search: string | null;
          website: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "employer_list";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      search_interviewers: {
        Args: { p_text: string };
        Returns: {
          archived_at: string | null;
          email: string;
          employer: string;
          employer_id: string;
          full_name: string;
          id: string;
          is_recruiter: boolean;
          last_opened_at: string | null;
          search: string;
          sees_overview: boolean;
          title: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "interviewer_list";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      search_ocis: {
        Args: { p_text: string };
        Returns: {
          archived_at: string | null;
          assigned: number;
          changed_since_release: number;
          employer: string;
          employer_id: string;
          first_date: string | null;
          formats: string[];
          id: string;
          interviewers: number;
          interviews: number;
          job_posting_id: string | null;
          last_date: string | null;
          locations: string[];
          name: string | null;
          needs_attention: number;
          not_released: number;
          opened: number;
          position: string | null;
          released: number;
          schedules: number;
          search: string;
          season: string;
          sent: number;
          time_zones: string[];
          to_notify: number;
          to_send: number;
          videos: string[];
          without_interviewers: number;
          without_meeting_url: number;
        }[];
        SetofOptions: {
          from: "*";
          to: "oci_list";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      search_students: {
        Args: { p_text: string };
        Returns: {
          archived_at: string | null;
          class_year: number | null;
          email: string;
          full_name: string;
          has_resume: boolean;
          id: string;
          interviews: number;
          program: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "student_list";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      send_emails_now: { Args: { p_email_ids: string[] }; Returns: number };
      send_overview_link: { Args: { p_interviewer_id: string }; Returns: string };
      send_video_room_message: {
        Args: { p_body: string; p_session: string; p_slot_id: string };
        Returns: number;
      };
      send_video_room_signals: {
        Args: { p_session: string; p_signals: Json; p_slot_id: string };
        Returns: undefined;
      };
      set_meeting_url: { Args: { p_schedule_id: string; p_url?: string }; Returns: undefined };
      set_outcome: {
        Args: {
          p_note?: string;
          p_outcome?: Database["public"]["Enums"]["slot_outcome"];
          p_slot_id: string;
        };
        Returns: undefined;
      };
      set_slot_interviewers: {
        Args: { p_interviewer_ids: string[]; p_slot_id: string };
        Returns: undefined;
      };
      shift_schedule: { Args: { p_id: string; p_minutes: number }; Returns: undefined };
      student_experience: { Args: Record<PropertyKey, never>; Returns: Json };
      swap_students: { Args: { p_other_slot_id: string; p_slot_id: string }; Returns: string };
      test_email: {
        Args: {
          p_kind: Database["public"]["Enums"]["email_kind"];
          p_person_id: string;
          p_schedule_ids: string[];
        };
        Returns: Json;
      };
      test_words: {
        Args: {
          p_kind: Database["public"]["Enums"]["email_kind"];
          p_person_id: string;
          p_schedule_id: string;
          p_words: Json;
        };
        Returns: Json;
      };
      undo_assignments: { Args: { p_change_id: string }; Returns: string };
      withdraw_proposal: { Args: { p_id: string }; Returns: undefined };
    };
    Enums: {
      application_status: "preselected" | "alternate" | "declined";
      document_kind: "resume" | "transcript" | "cover_letter";
      email_event_type:
        | "queued"
        | "sending"
        | "deferred"
        | "sent"
        | "failed"
        | "uncertain"
        | "canceled"
        | "delivered"
        | "delayed"
        | "bounced"
        | "complained";
      email_kind:
        | "interview_link"
        | "interview_link_request"
        | "schedule"
        | "student_link"
        | "student_link_request"
        | "change"
        | "cancellation"
        | "reminder"
        | "overview";
      email_status:
        | "queued"
        | "sending"
        | "sent"
        | "delivered"
        | "delayed"
        | "bounced"
        | "complained"
        | "failed"
        | "uncertain"
        | "canceled";
      email_status_group: "sent" | "waiting" | "attention" | "canceled";
      import_kind: "employers" | "interviewers" | "students" | "assignments";
      reminder_kind: "day_before" | "same_day";
      schedule_format: "in_person" | "virtual";
      schedule_video: "in_app" | "external";
      slot_kind: "interview" | "break";
      slot_outcome: "completed" | "student_no_show" | "interviewer_no_show" | "technical_failure";
      staff_role: "admin" | "viewer";
      unsent_reason:
        | "nothing_to_send"
        | "gave_up"
        | "called_off"
        | "recently_notified"
        | "suppressed";
      video_room_message_kind: "chat" | "notice";
      video_room_role: "interviewer" | "student" | "staff";
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      application_status: ["preselected", "alternate", "declined"],
      document_kind: ["resume", "transcript", "cover_letter"],
      email_event_type: [
        "queued",
        "sending",
        "deferred",
        "sent",
        "failed",
        "uncertain",
        "canceled",
        "delivered",
        "delayed",
        "bounced",
        "complained",
      ],
      email_kind: [
        "interview_link",
        "interview_link_request",
        "schedule",
        "student_link",
        "student_link_request",
        "change",
        "cancellation",
        "reminder",
        "overview",
      ],
      email_status: [
        "queued",
        "sending",
        "sent",
        "delivered",
        "delayed",
        "bounced",
        "complained",
        "failed",
        "uncertain",
        "canceled",
      ],
      email_status_group: ["sent", "waiting", "attention", "canceled"],
      import_kind: ["employers", "interviewers", "students", "assignments"],
      reminder_kind: ["day_before", "same_day"],
      schedule_format: ["in_person", "virtual"],
      schedule_video: ["in_app", "external"],
      slot_kind: ["interview", "break"],
      slot_outcome: ["completed", "student_no_show", "interviewer_no_show", "technical_failure"],
      staff_role: ["admin", "viewer"],
      unsent_reason: [
        "nothing_to_send",
        "gave_up",
        "called_off",
        "recently_notified",
        "suppressed",
      ],
      video_room_message_kind: ["chat", "notice"],
      video_room_role: ["interviewer", "student", "staff"],
    },
  },
} as const;
