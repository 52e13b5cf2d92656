export type ContentEncoding = "br" | "gzip" | "identity";

/** The smallest encoding that a reader takes, by its `Accept-Encoding`. */
export function pickEncoding(accepted: string | null): ContentEncoding {
  const weights = new Map(
    (accepted ?? "").split(",").map((part): [string, number] => {
      const [name = "", ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return [name, weight ? Number(weight.slice(2)) : 1];
    }),
  );
  const takes = (name: ContentEncoding) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return (["br", "gzip"] as const).find(takes) ?? "identity";
}
