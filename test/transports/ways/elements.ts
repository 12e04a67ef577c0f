import type { Way } from '../way';

const image = 'onBeforeRequest, type image, with document';

/** Images, and elements that load one. */
export const elements: readonly Way[] = [
  {
    id: 'new-image',
    name: 'new Image()',
    run: 'keep.push(Object.assign(new Image(), { src: at }));',
    gives: image,
    shows: 'fire',
  },
  { id: 'img', name: 'img element', run: `add('<img alt="" src="{at}">');`, gives: image, shows: 'fire' },
  { id: 'srcset', name: 'img srcset', run: `add('<img alt="" srcset="{at} 1x">');`, gives: image, shows: 'fire' },
  {
    id: 'picture',
    name: 'picture source',
    run: `add('<picture><source srcset="{at}"><img alt=""></picture>');`,
    gives: image,
    shows: 'fire',
  },
  {
    id: 'css-background',
    name: 'CSS background',
    run: `add('<i style="display:block;width:9px;height:9px;background:url(&quot;' + at + '&quot;)"></i>');`,
    gives: image,
    shows: 'fire',
  },
  {
    id: 'input-image',
    name: 'input type=image',
    run: `add('<input type="image" alt="" src="{at}">');`,
    gives: image,
    shows: 'fire',
  },
  {
    id: 'svg-image',
    name: 'image in SVG',
    run: `add('<svg width="9" height="9"><image width="9" height="9" href="' + at + '"/></svg>');`,
    gives: image,
    shows: 'fire',
  },
  { id: 'poster', name: 'video poster', run: `add('<video poster="{at}"></video>');`, gives: image, shows: 'fire' },
  {
    id: 'video',
    name: 'video src',
    run: `add('<video preload="auto" src="{at}"></video>');`,
    gives: 'type media',
    shows: 'fire',
  },
  {
    id: 'audio',
    name: 'audio src',
    run: `add('<audio preload="auto" src="{at}"></audio>');`,
    gives: 'type media',
    shows: 'fire',
  },
  {
    id: 'object',
    name: 'object data',
    run: `add('<object type="image/gif" data="{at}"></object>');`,
    gives: 'type object or image',
    shows: 'fire',
  },
  {
    id: 'embed',
    name: 'embed src',
    run: `add('<embed type="image/gif" src="{at}">');`,
    gives: 'type object or image',
    shows: 'fire',
  },
  {
    id: 'favicon',
    name: 'favicon',
    run: `document.head.querySelector('link').href = at;`,
    gives: 'nothing: asked for by the browser, not by the page',
    shows: 'nothing',
    why: {
      words: 'the browser asks for icons itself, and only where it shows tabs',
      source: 'https://chromium.googlesource.com/chromium/src/+/main/components/favicon/README.md',
    },
  },
  {
    id: 'memory-cache',
    name: 'one image three times',
    run: `for (let n = 0; n < 3; n++) await new Promise((done) => { const one = new Image(); one.onload = one.onerror = done; one.src = at; keep.push(one); });`,
    gives: 'one request: the memory cache answers the others',
    shows: 'fire',
  },
];
