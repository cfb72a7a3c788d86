// The diagram of a route or block, with where the vision stands on it. The model and the marks come
// from the server; every word is set as text, never as HTML.
const vlak = document.getElementById('diagram');

// The smallest scale at which names can be read.
const LEESBAAR = 0.62;

const ICOON = { hier_nu: 'i-nu', gedaan: 'i-klaar', overgeslagen: 'i-over' };

function mislukt() {
  vlak.hidden = true;
  document.getElementById('diagram-fout').hidden = false;
}

async function haal(url, soort) {
  const antwoord = await fetch(url, { headers: { Accept: soort }, credentials: 'same-origin' });
  if (!antwoord.ok) {
    throw new Error(String(antwoord.status));
  }
  return antwoord;
}

function icoon(id) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#' + id);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

function teken(element) {
  const vak = document.createElement('div');
  vak.className = 'diagramteken diagramteken--' + element.stand;
  vak.append(icoon(ICOON[element.stand]), element.tekst);
  return vak;
}

function doorgang(element, naam) {
  const link = document.createElement('a');
  link.className = 'diagramlink';
  link.href = element.url + '#onderdeel';
  link.setAttribute('aria-label', 'Open het diagram van ' + naam);
  link.append(icoon('i-pijl'));
  return link;
}

async function toon() {
  const [bpmn, tekens] = await Promise.all([
    haal(vlak.dataset.bpmn, 'application/xml').then((antwoord) => antwoord.text()),
    // A route without a vision has no marks.
    vlak.dataset.tekens
      ? haal(vlak.dataset.tekens, 'application/json').then((antwoord) => antwoord.json())
      : { elementen: [] },
  ]);
  // Measured in the letter that is drawn, or names would run out of their boxes.
  const letter = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 };
  const viewer = new window.BpmnJS({
    container: vlak,
    textRenderer: { defaultStyle: letter, externalStyle: letter },
  });
  await viewer.importXML(bpmn);

  const canvas = viewer.get('canvas');
  // As high as the drawing needs at this width, within what a screen can show.
  const { inner, outer } = canvas.viewbox();
  const schaal = Math.min(1, outer.width / (inner.width + 40));
  vlak.style.height = Math.round(Math.min(640, Math.max(200, inner.height * schaal + 90))) + 'px';
  canvas.resized();
  const overlays = viewer.get('overlays');
  const elementen = viewer.get('elementRegistry');
  const bestemmingen = new Map();

  for (const element of tekens.elementen) {
    const vorm = elementen.get(element.id);
    if (!vorm) {
      continue; // The marks may know elements that this model does not draw.
    }
    if (element.stand in ICOON) {
      canvas.addMarker(vorm, 'stand-' + element.stand);
      overlays.add(vorm, { position: { top: -12, left: -6 }, html: teken(element) });
    }
    if (element.url && element.url.startsWith('/')) {
      bestemmingen.set(element.id, element.url);
      canvas.addMarker(vorm, 'is-deurbaar');
      const naam = vorm.businessObject.name || 'dit blok';
      overlays.add(vorm, { position: { bottom: 12, right: 12 }, html: doorgang(element, naam) });
    }
  }

  viewer.get('eventBus').on('element.dblclick', ({ element }) => {
    if (bestemmingen.has(element.id)) {
      window.location.assign(bestemmingen.get(element.id) + '#onderdeel');
    }
  });

  const alles = () => canvas.zoom('fit-viewport', 'auto');
  const zoom = { in: () => canvas.zoom(canvas.zoom() * 1.25), uit: () => canvas.zoom(canvas.zoom() / 1.25), alles };
  for (const knop of document.querySelectorAll('[data-zoom]')) {
    knop.addEventListener('click', () => zoom[knop.dataset.zoom]());
  }

  // A long route as a whole would be unreadable: show the part where it stands instead, as high as
  // the drawing is at that size.
  alles();
  if (canvas.zoom() < LEESBAAR) {
    const hoogte = Math.max(260, Math.min(560, inner.height * LEESBAAR + 80));
    vlak.style.height = Math.round(hoogte) + 'px';
    canvas.resized();
    const nu = tekens.elementen
      .filter((element) => element.stand === 'hier_nu')
      .map((element) => elementen.get(element.id))
      .filter(Boolean);
    const links = nu.length ? Math.min(...nu.map((vorm) => vorm.x)) : inner.x + 100;
    const breedte = vlak.clientWidth / LEESBAAR;
    const hoog = hoogte / LEESBAAR;
    canvas.viewbox({
      x: Math.max(inner.x - 20, links - breedte / 4),
      y: inner.y + inner.height / 2 - hoog / 2,
      width: breedte,
      height: hoog,
    });
  }
  vlak.setAttribute('aria-busy', 'false');
}

toon().catch((fout) => {
  console.warn('diagram', fout);
  mislukt();
});
