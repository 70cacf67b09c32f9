/** Light values stand inline, where every mail program reads them; the dark ones need a style sheet. */
export const colour = {
  page: "#f4f4f8",
  card: "#ffffff",
  line: "#e4e4ec",
  text: "#1d1e28",
  muted: "#5c5e70",
  accent: "#4a4bb5",
  onAccent: "#ffffff",
};

export const font =
  "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const dark = (scope: string, accent: string) => `
${scope} .page { background-color: #13141b !important; }
${scope} .card { background-color: #1c1d27 !important; border-color: #30313f !important; }
${scope} .line { border-color: #30313f !important; }
${scope} .text { color: #ececf3 !important; }
${scope} .muted { color: #a6a8ba !important; }
${scope} .link { color: #aeb0ff !important; }
${scope} .button { background-color: ${accent} !important; }
${scope} .button a { color: #ffffff !important; border-color: ${accent} !important; }`;

/** accent: the office's; white text can be read on it in both schemes. */
export const styleSheet = (accent: string) => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; }
a[x-apple-data-detectors] { color: inherit !important; text-decoration: none !important; }
@media (max-width: 480px) {
  .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; }
  .inside { padding: 28px 20px !important; }
  .outside { padding-left: 20px !important; padding-right: 20px !important; }
  .button a { display: block !important; }
  .button-table { width: 100% !important; }
}
@media (prefers-color-scheme: dark) {${dark("", accent)}
}
${dark("[data-ogsc]", accent)}
`;
