import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { isStaffPath, paths } from "../../../paths";
import { signInWithPassword } from "./api";
import type { Credentials } from "./password-form";

/** Where to go after signing in; only pages of this app count. */
export function useNext(): string | null {
  const next = useSearchParams()[0].get("next") ?? "";
  return isStaffPath(next) ? next : null;
}

/** Signs in, then goes on to the page that was asked for. */
export function usePasswordSignIn() {
  const navigate = useNavigate();
  const next = useNext();
  return useMutation({
    mutationFn: ({ email, password }: Credentials) => signInWithPassword(email, password),
    onSuccess: () => navigate(next ?? paths.home(), { replace: true }),
  });
}
