/** A student's screens, which an interviewer never loads. */
export const loadStudentPage = () => import("../pages/student-page");
