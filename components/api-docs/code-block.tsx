type CodeBlockProps = {
  /** What the text is, for who cannot see where it stands. */
  label: string;
  children: string;
};

/** Text of a program, as it is. Can be scrolled by keyboard where it is wider than the page. */
export function CodeBlock({ label, children }: CodeBlockProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-sunken p-4">
      <pre className="w-max font-mono text-sm leading-relaxed">{children}</pre>
    </section>
  );
}
