import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { isStaffPath, paths } from "../../../paths";

/** Where to go after signing in; only pages of this app count. */
export function useNext(): string | null {
  const next = useSearchParams()[0].get("next") ?? "";
  return isStaffPath(next) ? next : null;
}

/** Runs one way of signing in, then goes on to the page that was asked for. */
export function useSignIn<Input>(signIn: (input: Input) => Promise<void>) {
  const navigate = useNavigate();
  const next = useNext();
  return useMutation({
    mutationFn: signIn,
    onSuccess: () => navigate(next ?? paths.home(), { replace: true }),
  });
}
