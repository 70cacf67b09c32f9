import { createBrowserRouter, redirect } from "react-router";
import { PageSkeleton } from "../../ui/feedback/skeleton";
import { RootErrorPage, StaffErrorPage } from "./error-page";
import { Layout } from "./layout";
import { NotFoundPage, RootNotFoundPage } from "./not-found-page";
import { loadMe, requireAdmin, requireStaff } from "./require-staff";

const toOcis = () => redirect("/admin/ocis");

export const router = createBrowserRouter([
  {
    ErrorBoundary: RootErrorPage,
    HydrateFallback: PageSkeleton,
    children: [
      { path: "/", loader: toOcis },
      { path: "/admin/sign-in", lazy: () => import("../features/auth/sign-in-page") },
      { path: "/admin/sign-in/code", lazy: () => import("../features/auth/sign-in-code-page") },
      {
        path: "/admin/forgot-password",
        lazy: () => import("../features/auth/forgot-password-page"),
      },
      { path: "/admin/new-password", lazy: () => import("../features/auth/new-password-page") },
      { path: "/admin/no-access", lazy: () => import("../features/auth/no-access-page") },
      {
        // Without the navigation: what is on this page goes to paper.
        path: "/admin/schedules/:scheduleId/print",
        middleware: [requireStaff],
        ErrorBoundary: StaffErrorPage,
        lazy: () => import("../features/schedules/print/print-page"),
      },
      {
        path: "/admin/rooms/:slotId",
        middleware: [requireStaff],
        ErrorBoundary: StaffErrorPage,
        lazy: () => import("../features/video-rooms/video-room-page"),
      },
      {
        id: "staff",
        path: "/admin",
        middleware: [requireStaff],
        loader: loadMe,
        Component: Layout,
        children: [
          {
            ErrorBoundary: StaffErrorPage,
            children: [
              { index: true, loader: toOcis },
              { path: "today", lazy: () => import("../features/today/today-page") },
              { path: "ocis", lazy: () => import("../features/ocis/oci-list-page") },
              {
                path: "batches/:batchId",
                lazy: () => import("../features/links/batch/batch-page"),
              },
              { path: "ocis/:ociId", lazy: () => import("../features/ocis/oci-page") },
              {
                path: "schedules/:scheduleId",
                lazy: () => import("../features/schedules/schedule-page"),
              },
              { path: "employers", lazy: () => import("../features/employers/employer-list-page") },
              {
                path: "employers/:employerId",
                lazy: () => import("../features/employers/employer-page"),
              },
              {
                path: "interviewers",
                lazy: () => import("../features/interviewers/interviewer-list-page"),
              },
              { path: "students", lazy: () => import("../features/students/student-list-page") },
              {
                path: "students/:studentId",
                lazy: () => import("../features/students/student-page"),
              },
              {
                path: "emails",
                lazy: () => import("../features/emails/list/email-list-page"),
                children: [
                  {
                    path: ":emailId",
                    ErrorBoundary: StaffErrorPage,
                    lazy: () => import("../features/emails/message/email-page"),
                  },
                ],
              },
              {
                path: "postings/:postingId",
                lazy: () => import("../features/postings/posting-page"),
              },
              { path: "activity", lazy: () => import("../features/activity/activity-page") },
              { path: "settings", lazy: () => import("../features/settings/settings-page") },
              {
                loader: requireAdmin,
                ErrorBoundary: StaffErrorPage,
                children: [
                  { path: "ocis/send", lazy: () => import("../features/links/bulk/send-page") },
                  {
                    path: "ocis/release",
                    lazy: () => import("../features/schedules/release/release-page"),
                  },
                  {
                    path: "import/:kind",
                    lazy: () => import("../features/import/import-page"),
                  },
                  {
                    path: "ocis/:ociId/schedules/new",
                    lazy: () => import("../features/schedules/new-schedule-page"),
                  },
                  {
                    path: "schedules/:scheduleId/edit",
                    lazy: () => import("../features/schedules/edit-schedule-page"),
                  },
                ],
              },
              { path: "*", Component: NotFoundPage },
            ],
          },
        ],
      },
      { path: "*", Component: RootNotFoundPage },
    ],
  },
]);
