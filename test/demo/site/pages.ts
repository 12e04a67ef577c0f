/** A page of the site: address, words, and whether it is there for search engines' sake only. */
export interface SitePage {
  path: string;
  title: string;
  body: string;
}

export interface PageParts {
  /** Inline script of the head: the site's tags. */
  tags: string;
  /** The IAB's stub, inline and before everything else, as it must be. */
  stub: string;
  /** Further script at the end of the page, if the version has one. */
  plugin?: string;
}

/** Whole document of one page. */
export function renderPage(page: SitePage, { tags, stub, plugin }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 1 15 8v7H1V8z' fill='%231f5c4d'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/assets/style.css">
<script>${stub}</script>
<script>${tags}</script>
<script src="/assets/dialog.js" defer></script>
</head>
<body>
<header class="top">
  <a class="brand" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 22 11v11H2V11z"/><path class="wave" d="M6 15c2-2 4 2 6 0s4 2 6 0M6 18.5c2-2 4 2 6 0s4 2 6 0"/></svg>Alderbrook Heat</a>
  <nav aria-label="Main"><a href="/guides/heat-pump-costs">What it costs</a><a class="call" href="/quote">Get a quote</a></nav>
</header>
<main>${page.body}</main>
<footer>
  <form class="newsletter" action="/newsletter" method="post" aria-label="Newsletter">
    <label for="news">One letter a season on heating for less</label>
    <span><input id="news" name="newsletter_email" type="email" placeholder="you@example.org" autocomplete="email" required><button>Subscribe</button></span>
  </form>
  <p>Alderbrook Heat Ltd, an invented business for demonstration. <a href="/imprint">Imprint</a></p>
</footer>
${plugin ? `<script src="${plugin}"></script>` : ''}
</body>
</html>`;
}

const home = `
<section class="hero">
  <div>
    <p class="eyebrow">Heat pumps for the West Country</p>
    <h1>A warmer house, for a third less a year.</h1>
    <p class="lead">We survey, install and look after air-source heat pumps between Bristol and Barnstaple. One crew, one price, ten years of care.</p>
    <p><a class="button" href="/quote">Get your quote</a><a class="quiet" href="/guides/heat-pump-costs">See what it costs</a></p>
  </div>
  <svg class="picture" viewBox="0 0 420 300" role="img" aria-label="A stone house with a heat pump beside it">
    <rect width="420" height="300" class="sky"/><circle cx="340" cy="70" r="34" class="sun"/>
    <path d="M0 240c70-40 140-40 210-10s140 30 210-6v76H0z" class="hill"/>
    <path d="M90 150 190 80l100 70v110H90z" class="wall"/><path d="M76 156 190 74l114 82" class="roof"/>
    <rect x="120" y="170" width="40" height="40" class="pane"/><rect x="220" y="170" width="40" height="40" class="pane"/><rect x="172" y="196" width="36" height="64" class="door"/>
    <rect x="308" y="212" width="64" height="48" rx="5" class="unit"/><circle cx="332" cy="236" r="16" class="fan"/><path d="M332 222v28M318 236h28" class="blade"/>
  </svg>
</section>
<ul class="facts">
  <li><b>£7,500</b> government grant, applied for by us</li>
  <li><b>2 days</b> from the old boiler to warm radiators</li>
  <li><b>1,140</b> houses heated since 2014</li>
</ul>
<section class="steps">
  <h2>How it goes</h2>
  <ol>
    <li><h3>You tell us about the house</h3><p>Five questions, two minutes. No calls from strangers.</p></li>
    <li><h3>We measure every room</h3><p>A surveyor comes by and works out what each radiator needs.</p></li>
    <li><h3>You get one number</h3><p>Fixed, with the grant taken off. It stays the same for ninety days.</p></li>
  </ol>
</section>`;

const guide = `
<article class="prose">
  <p class="eyebrow">Guide · 4 minutes</p>
  <h1>What a heat pump costs in 2026</h1>
  <p class="lead">For a three-bedroom house in our region: between £9,800 and £13,400 before the grant, £2,300 to £5,900 after it.</p>
  <h2>Where the money goes</h2>
  <table>
    <thead><tr><th scope="col">Part</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
    <tbody>
      <tr><th scope="row">The unit outside</th><td>£4,100</td><td>£5,600</td></tr>
      <tr><th scope="row">Cylinder and pipes</th><td>£2,200</td><td>£3,000</td></tr>
      <tr><th scope="row">Larger radiators</th><td>£900</td><td>£1,900</td></tr>
      <tr><th scope="row">Two days of work</th><td>£2,600</td><td>£2,900</td></tr>
    </tbody>
  </table>
  <h2>What it saves</h2>
  <p>A well set-up pump makes three and a half units of heat from one unit of electricity. Against a gas boiler of 2005 that is about a third off the bill; against oil or electric heaters it is more than half.</p>
  <p>What decides the figure is the temperature of the water in the radiators. That is why we measure the rooms before we name a price.</p>
  <p><a class="button" href="/quote">Get the figure for your house</a></p>
</article>`;

const imprint = `
<article class="prose">
  <h1>Imprint</h1>
  <p>Alderbrook Heat Ltd · 4 Mill Lane, Alderbrook · Company 00000000 · VAT GB 000 0000 00</p>
  <p>This business is invented. Its pages are served from your own machine to show what Tagwitness sees.</p>
</article>`;

const thanks = `
<section class="prose thanks">
  <svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path d="m14 25 7 7 14-16"/></svg>
  <h1>Thank you. Your quote is on its way.</h1>
  <p class="lead">A surveyor writes to you within two working days. Nothing to pay until the heat is on.</p>
  <p><a class="quiet" href="/guides/heat-pump-costs">Meanwhile: what a heat pump costs</a></p>
</section>`;

/** The quote form, empty or as it comes back with what is wrong. */
export function quotePage(problem = ''): SitePage {
  return {
    path: '/quote',
    title: 'Your quote · Alderbrook Heat',
    body: `
<section class="split">
  <div class="prose">
    <h1>Tell us about your house</h1>
    <p class="lead">Five questions. You get one fixed price, with the grant taken off.</p>
    <ul class="ticks"><li>Free survey, no deposit</li><li>We apply for the grant</li><li>Price stays for ninety days</li></ul>
    <p><a class="quiet" href="/guides/heat-pump-costs">First read what it costs</a></p>
  </div>
  <form id="quote" action="/quote" method="post">
    <h2>Your quote</h2>
    ${problem ? `<p role="alert" class="problem">${problem}</p>` : ''}
    <label>Your name<input name="name" autocomplete="name" required></label>
    <label>E-mail<input name="email" type="email" autocomplete="email" required></label>
    <label>Postcode<input name="postcode" autocomplete="postal-code" required></label>
    <label>The house<select name="house"><option>Terraced</option><option>Semi-detached</option><option>Detached</option><option>Flat</option></select></label>
    <label>Heated with<select name="fuel"><option>Gas</option><option>Oil</option><option>Electricity</option></select></label>
    <button class="button" type="submit">Send for my quote</button>
    <p class="small">We write to you about this quote and nothing else.</p>
  </form>
</section>`,
  };
}

export const pages: readonly SitePage[] = [
  { path: '/', title: 'Alderbrook Heat · heat pumps in the West Country', body: home },
  { path: '/guides/heat-pump-costs', title: 'What a heat pump costs in 2026 · Alderbrook Heat', body: guide },
  quotePage(),
  { path: '/thank-you', title: 'Thank you · Alderbrook Heat', body: thanks },
  { path: '/imprint', title: 'Imprint · Alderbrook Heat', body: imprint },
];
