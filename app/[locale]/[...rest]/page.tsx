import { notFound } from "next/navigation";

/** Every address that no page answers, so that the reader gets the site's own not-found page in their language. */
export default function UnknownPage() {
  notFound();
}
