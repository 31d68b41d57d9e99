/** Makes an element with a class and a text, both of which may be empty. */
export type Make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className?: string,
  text?: string,
) => HTMLElementTagNameMap[Name];

export function maker(document: Document): Make {
  return (name, className = "", text = "") => {
    const element = document.createElement(name);
    if (className !== "") element.className = className;
    if (text !== "") element.textContent = text;
    return element;
  };
}
