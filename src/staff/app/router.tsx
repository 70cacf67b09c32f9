import { createBrowserRouter, redirect } from "react-router";
import { paths } from "../../paths";
import { PageSkeleton } from "../../ui/feedback/skeleton";
import { RootErrorPage, StaffErrorPage } from "./error-page";
import { Layout } from "./layout";
import { NotFoundPage, RootNotFoundPage } from "./not-found-page";
import { loadMe, requireAdmin, requireStaff } from "./require-staff";

const toOcis = () => redirect(paths.ocis());

export const router = createBrowserRouter([
  {
    ErrorBoundary: RootErrorPage,
    HydrateFallback: PageSkeleton,
    children: [
      { path: "/", loader: toOcis },
      { path: paths.signIn(), lazy: () => import("../features/auth/sign-in-page") },
      { path: paths.signInCode(), lazy: () => import("../features/auth/sign-in-code-page") },
      {
        path: paths.forgotPassword(),
        lazy: () => import("../features/auth/forgot-password-page"),
      },
      { path: paths.newPassword(), lazy: () => import("../features/auth/new-password-page") },
      { path: paths.noAccess(), lazy: () => import("../features/auth/no-access-page") },
      {
        // Without the navigation: a sheet of paper, and a call. The boundary is the parent's, since a
        // page whose own code did not load has none yet.
        middleware: [requireStaff],
        ErrorBoundary: StaffErrorPage,
        children: [
          {
            path: paths.printSchedule(":scheduleId"),
            lazy: () => import("../features/schedules/print/print-page"),
          },
          {
            path: paths.videoRoom(":slotId"),
            lazy: () => import("../features/video-rooms/video-room-page"),
          },
        ],
      },
      {
        id: "staff",
        path: paths.home(),
        middleware: [requireStaff],
        loader: loadMe,
        Component: Layout,
        children: [
          {
            ErrorBoundary: StaffErrorPage,
            children: [
              { index: true, loader: toOcis },
              { path: paths.today(), lazy: () => import("../features/today/today-page") },
              { path: paths.ocis(), lazy: () => import("../features/ocis/oci-list-page") },
              {
                path: paths.batch(":batchId"),
                lazy: () => import("../features/links/batch/batch-page"),
              },
              { path: paths.oci(":ociId"), lazy: () => import("../features/ocis/oci-page") },
              {
                path: paths.schedule(":scheduleId"),
                lazy: () => import("../features/schedules/schedule-page"),
              },
              {
                path: paths.employers(),
                lazy: () => import("../features/employers/employer-list-page"),
              },
              {
                path: paths.employer(":employerId"),
                lazy: () => import("../features/employers/employer-page"),
              },
              {
                path: paths.interviewers(),
                lazy: () => import("../features/interviewers/interviewer-list-page"),
              },
              {
                path: paths.students(),
                lazy: () => import("../features/students/student-list-page"),
              },
              {
                path: paths.student(":studentId"),
                lazy: () => import("../features/students/student-page"),
              },
              {
                path: paths.emails(),
                lazy: () => import("../features/emails/list/email-list-page"),
                children: [
                  {
                    ErrorBoundary: StaffErrorPage,
                    children: [
                      {
                        path: paths.email(":emailId"),
                        lazy: () => import("../features/emails/message/email-page"),
                      },
                    ],
                  },
                ],
              },
              {
                path: paths.posting(":postingId"),
                lazy: () => import("../features/postings/posting-page"),
              },
              { path: paths.activity(), lazy: () => import("../features/activity/activity-page") },
              { path: paths.settings(), lazy: () => import("../features/settings/settings-page") },
              {
                loader: requireAdmin,
                ErrorBoundary: StaffErrorPage,
                children: [
                  {
                    path: paths.sendLinks(),
                    lazy: () => import("../features/links/bulk/send-page"),
                  },
                  {
                    path: paths.releaseSchedules(),
                    lazy: () => import("../features/schedules/release/release-page"),
                  },
                  {
                    path: paths.import(":kind"),
                    lazy: () => import("../features/import/import-page"),
                  },
                  {
                    path: paths.officeWords(":kind"),
                    lazy: () => import("../features/office-words/office-words-page"),
                  },
                  {
                    path: paths.newSchedule(":ociId"),
                    lazy: () => import("../features/schedules/new-schedule-page"),
                  },
                  {
                    path: paths.editSchedule(":scheduleId"),
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
