/** @jsxImportSource react */
import { Fragment, type ReactNode } from "react";
import { paragraphsOf } from "./fill-words.ts";
import type { EmailContent } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { Divider, Small, Text } from "./text.tsx";

interface IntroductionProps {
  content: EmailContent;
  /** What follows the greeting. */
  standard: string | null;
}

/** The office's own words at the beginning, in place of the greeting and the standard ones. */
export function Introduction({ content, standard }: IntroductionProps) {
  const own = content.words?.introduction;
  if (own) return <Paragraphs text={own} content={content} />;
  return (
    <>
      <Text top={20}>{`Hello ${placeholder.recipientName},`}</Text>
      {standard && <Text top={12}>{standard}</Text>}
    </>
  );
}

/** The office's own words at the end, in place of the standard ones. */
export function Closing({ content, children }: { content: EmailContent; children: ReactNode }) {
  const own = content.words?.closing;
  if (!own) return children;
  return (
    <>
      <Divider />
      <Paragraphs text={own} content={content} />
      <Small top={16}>The link is personal; please do not forward this email.</Small>
    </>
  );
}

function Paragraphs({ text, content }: { text: string; content: EmailContent }) {
  return paragraphsOf(text, content).map((lines, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text, rendered once
    <Text key={index} top={index === 0 ? 20 : 12}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, rendered once
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </Text>
  ));
}
