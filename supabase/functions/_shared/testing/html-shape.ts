import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

type Element = Tree.Element;

const isElement = (node: Tree.Node): node is Element => "tagName" in node;

/** Every element of a page, in order, as a browser would make them. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Tree.Node): void => {
    if (isElement(node)) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const isHidden = (element: Element) => /display:\s*none/.test(attribute(element, "style") ?? "");

/** What a reader sees of a page without images: its text and alternative texts, white space as one space. */
export function visibleText(html: string): string {
  const read = (node: Tree.Node): string => {
    if (node.nodeName === "#text") return (node as Tree.TextNode).value;
    if (isElement(node)) {
      if (["head", "style", "title"].includes(node.tagName) || isHidden(node)) return "";
      if (node.tagName === "img") return ` ${attribute(node, "alt") ?? ""} `;
    }
    const inner = "childNodes" in node ? node.childNodes.map(read).join("") : "";
    return isElement(node) && !["a", "span", "b", "i"].includes(node.tagName)
      ? ` ${inner} `
      : inner;
  };
  return read(parse(html)).replace(/\s+/g, " ").trim();
}

/** Where a link leads, without what people typed: only calendar links carry that. */
function linkShape(href: string, typedUrls: string[]): string {
  if (typedUrls.includes(href)) return "what was typed";
  const [address = "", query] = href.split("?");
  if (!query) return href;
  return `${address}?${[...new URLSearchParams(query).keys()].join("&")}`;
}

/** Elements and attributes, without the texts and the URLs that people typed. */
export function htmlShape(html: string, typedUrls: string[]): string[] {
  return elementsOf(html).map((element) => {
    const attributes = element.attrs.map(({ name, value }) => {
      if (name === "href") return `href=${linkShape(value, typedUrls)}`;
      return name === "alt" ? name : `${name}=${value}`;
    });
    return [element.tagName, ...attributes].join(" ");
  });
}
