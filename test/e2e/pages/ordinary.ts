/** What is typed into every form: found in a signal, it would be a leak. */
export const planted = ['quince.planted@example.org', 'Heliotrope 4711'] as const;

const stubs = `!function(f){if(f.fbq)return;var n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[]}(window);
var ttq=window.ttq=[];['track','page'].forEach(function(m){ttq[m]=function(){ttq.push([m].concat([].slice.call(arguments)))}});
window.lintrk=function(a,b){window.lintrk.q.push([a,b])};window.lintrk.q=[];`;

const consentTool = `var listeners=[];window.__tcfapi=function(command,version,callback){
if(command==='ping')callback({gdprApplies:true,cmpStatus:'loaded'},true);
if(command==='addEventListener'){listeners.push(callback);callback({tcString:'CP',gdprApplies:true,eventStatus:'tcloaded'},true)}};
window.choose=function(){listeners.forEach(function(l){l({tcString:'CQ',gdprApplies:true,eventStatus:'useractioncomplete'},true)})};`;

/** Calls of every kind, each in a task or script of its own, as vendors' snippets and a site's scripts make them. */
export const callsPage = `<!doctype html><title>Shop</title><h1>Shop</h1>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({event:'before'});function gtag(){dataLayer.push(arguments)}</script>
<script>${stubs}</script><script>${consentTool}</script>
<script>window.shopLayer=[];(function(d){var s=d.createElement('script');s.src='/gtm.js?id=GTM-SHOP1&l=shopLayer';s.onload=later;d.head.append(s)})(document);
function later(){
  dataLayer.push({event:'late'});gtag('event','sign_up',{method:'mail'});
  shopLayer.push({event:'renamed'});
  window.dataLayer=[];dataLayer.push({event:'replaced'});
  fbq('track','Lead',{value:1});fbq.callMethod=function(){};fbq('track','Contact');
  ttq.track('SubmitForm',{value:2});lintrk('track',{conversion_id:7});
  choose();
  history.pushState({},'','/calls/basket');document.title='Basket';location.hash='top';
  document.body.insertAdjacentHTML('beforeend','<p id=done>Done</p>');
}</script>`;

/** What a container's script does: it pushes, under its own address. */
export const containerScript = `(function(){function tell(){window.shopLayer.push({event:'from_container'})}tell()})();`;

const scripts = {
  fetch: (id: string) =>
    `fetch('/api?${id}',{method:'POST',body:JSON.stringify({email:form.querySelector('[name=email]').value})}).then(said)`,
  xhr: (id: string) =>
    `var x=new XMLHttpRequest();x.open('POST','/api?${id}');x.onload=said;x.send(new URLSearchParams(new FormData(form)))`,
} as const;

/** A form that a script sends, and that says so beneath it. `more`: further fields. */
export function formOf(id: string, by: keyof typeof scripts, more = ''): string {
  return `<form id="${id}" action="/sent" method="post"><input name="email"><input name="note">${more}<button>Send</button></form>
<script>(function(){var form=document.getElementById('${id}');function said(){HTMLElement.prototype.insertAdjacentHTML.call(form,'afterend','<p class=said>Thank you</p>')}
form.addEventListener('submit',function(e){e.preventDefault();var get=Element.prototype.querySelector.bind(form);${scripts[by](id).replace('form.querySelector', 'get')}})})()</script>`;
}

/** Forms of every kind; the names of one's fields hide its own properties. */
export const formsPage = `<!doctype html><title>Forms</title><h1>Forms</h1>
<section>${formOf('by-fetch', 'fetch')}</section><section>${formOf('by-xhr', 'xhr')}</section><section>${formOf('twice', 'fetch')}</section>
<section>${formOf(
  'clobbered',
  'fetch',
  ['id', 'action', 'submit', 'elements', 'parentElement', 'isConnected', 'closest', 'querySelector', 'checkVisibility']
    .map((name) => `<input type="hidden" name="${name}">`)
    .join(''),
)}</section>
<section><form id="refused" action="/sent"><input name="email" required><button>Send</button></form></section>
<section><form id="plain" action="/sent" method="post"><input name="email"><input name="note"><button>Send</button></form></section>
<iframe id="same" src="/framed"></iframe><iframe id="other" src="https://forms.other.example/framed"></iframe>`;
