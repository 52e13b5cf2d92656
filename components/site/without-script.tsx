/**
 * What React streams late arrives hidden and is put in place by script. Where there is none, it is
 * shown where it landed, between the page and the footer, and the placeholders step aside. The layer
 * is the first one, because among important rules the first layer wins.
 */
const REVEAL = `@layer theme {
  body > [hidden][id^="S:"]:not(:has(> .site-nav, > [hreflang])) { display: block !important; order: 1; padding-inline: 1rem !important }
  body > footer { order: 2 }
  .skeleton { display: none !important }
}`;

export function WithoutScript() {
  return (
    <noscript>
      <style>{REVEAL}</style>
    </noscript>
  );
}
