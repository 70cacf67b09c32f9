import type { ReactNode } from "react";
import { InterviewerHelp } from "./interviewer-help";

interface AuthPageProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

export function AuthPage({ title, intro, children }: AuthPageProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-4xl content-center gap-8 px-4 py-8 sm:px-8 nav:grid-cols-2 nav:gap-20">
      <title>{`${title} · Campus Interviews`}</title>
      <div className="flex flex-col gap-5">
        <div>
          <p className="mb-6 flex flex-wrap justify-between gap-x-4 text-muted">
            <span className="font-medium">Campus Interviews</span>
            <a href="#interviewer" className="link nav:hidden">
              I am an interviewer
            </a>
          </p>
          <h1 className="font-semibold text-xl">{title}</h1>
          {intro && <p className="mt-1 text-muted text-pretty">{intro}</p>}
        </div>
        {children}
      </div>
      <InterviewerHelp />
    </main>
  );
}
