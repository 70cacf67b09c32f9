import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../paths";
import { Menu } from "../../ui/buttons/menu";
import type { IconName } from "../../ui/icons/icon";
import { chooseTheme, readTheme, type Theme, themes } from "../../ui/theme";
import { signOut } from "../features/auth/api";
import { useLeave } from "../forms/unsaved-work";
import { queryClient } from "./query-client";
import { useMe } from "./require-staff";

const looks: Record<Theme, { label: string; icon: IconName }> = {
  system: { label: "Same as system", icon: "monitor" },
  light: { label: "Light", icon: "sun" },
  dark: { label: "Dark", icon: "moon" },
};

export function UserMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const leave = useLeave();
  const [theme, setTheme] = useState(readTheme);

  async function endSession() {
    await signOut();
    await navigate(paths.signIn());
    queryClient.clear();
  }

  return (
    <Menu
      // A voice command names what is seen: the label begins with it.
      label={`${me.fullName}${me.isAdmin ? "" : " · viewer"}: account and appearance`}
      variant="quiet"
      className="min-w-0 nav:w-full"
      trigger={
        <span className="min-w-0 flex-1 truncate text-left font-normal">
          {me.fullName}
          {!me.isAdmin && <span className="text-muted"> · viewer</span>}
        </span>
      }
      actions={[
        ...themes.map((id) => ({
          id,
          ...looks[id],
          isChecked: theme === id,
          onAction: () => {
            chooseTheme(id);
            setTheme(id);
          },
        })),
        { id: "sign-out", label: "Sign out", startsGroup: true, onAction: () => leave(endSession) },
      ]}
    />
  );
}
