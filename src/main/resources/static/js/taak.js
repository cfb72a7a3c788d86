// The form of a task: drawn by form-js from a Camunda Form, sent as JSON, errors at the fields.
const plek = document.getElementById('formulier');
const knop = document.getElementById('opslaan');
const samenvatting = document.getElementById('samenvatting');

// --- Dutch ------------------------------------------------------------------------------------

// form-js asks the browser's own language for the order of a date; these pages are Dutch.
const BrowserFormat = Intl.DateTimeFormat;
class NederlandsFormat extends BrowserFormat {
  constructor(taal, opties) {
    super(taal === 'default' ? 'nl-NL' : taal, opties);
  }
}
Intl.DateTimeFormat = NederlandsFormat;

const FOUTEN = [
  [/^Field is required\.$/, () => 'Vul dit in.'],
  [/^Field must have maximum length of (\d+)\.$/, (m) => `Gebruik hoogstens ${m[1]} tekens.`],
  [/^Field must have minimum length of (\d+)\.$/, (m) => `Gebruik minstens ${m[1]} tekens.`],
  [/^Field must have minimum value of (.+)\.$/, (m) => `Vul ${m[1]} of meer in.`],
  [/^Field must have maximum value of (.+)\.$/, (m) => `Vul ${m[1]} of minder in.`],
  [/^Field must match pattern/, () => 'Dit heeft niet de juiste vorm.'],
  [/^Field must be a valid email/, () => 'Vul een geldig e-mailadres in.'],
  [/^Field must be a valid\s+international phone/, () => 'Vul een geldig telefoonnummer in.'],
  [/^Value is not a number\.$/, () => 'Vul een getal in.'],
  [/^Value is expected to be an integer/, () => 'Vul een heel getal in.'],
  [/^Value is expected to/, () => 'Dit getal heeft te veel cijfers achter de komma.'],
  [/^Please select a valid value/, () => 'Kies een geldige waarde.'],
  [/^Date /, () => 'Kies een datum.'],
];

const TEKSTEN = {
  'Add new': 'Regel toevoegen',
  'No results': 'Niets gevonden',
  'All values selected': 'Alles is gekozen',
  'Nothing to show.': 'Niets te tonen.',
  Collapse: 'Inklappen',
  Increment: 'Hoger',
  Decrement: 'Lager',
  Search: 'Zoeken',
  'Remove tag': 'Weghalen',
};

function vertaalFout(tekst) {
  for (const [vorm, maak] of FOUTEN) {
    const treffer = vorm.exec(tekst);
    if (treffer) {
      return maak(treffer);
    }
  }
  return tekst;
}

function kalenderInHetNederlands() {
  window.flatpickr?.localize({
    weekdays: {
      shorthand: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
      longhand: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    },
    months: {
      shorthand: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sept', 'okt', 'nov', 'dec'],
      longhand: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
    },
    firstDayOfWeek: 1,
    weekAbbreviation: 'wk',
    rangeSeparator: ' t/m ',
    scrollTitle: 'Scroll voor volgende of vorige',
    toggleTitle: 'Klik om te wisselen',
    yearAriaLabel: 'Jaar',
    monthAriaLabel: 'Maand',
    time_24hr: true,
    ordinal: () => '',
  });
}

// What form-js draws itself: its fixed English words, and names that its controls lack.
function werkBij() {
  for (const el of plek.querySelectorAll('.fjs-repeat-render-add, .fjs-repeat-render-collapse, .fjs-dropdownlist-empty')) {
    for (const kind of el.childNodes) {
      const nieuw = kind.nodeType === Node.TEXT_NODE && TEKSTEN[kind.data.trim()];
      if (nieuw) {
        kind.data = nieuw;
      } else if (kind.nodeType === Node.TEXT_NODE && /^Expand all/.test(kind.data)) {
        kind.data = kind.data.replace('Expand all', 'Alles tonen');
      }
    }
  }
  for (const el of plek.querySelectorAll('.fjs-select-placeholder')) {
    if (el.textContent === 'Select') {
      el.firstChild.data = 'kies';
    }
  }
  for (const el of plek.querySelectorAll('[aria-label]')) {
    const naam = el.getAttribute('aria-label');
    const rij = /^Remove list item (\d+)$/.exec(naam);
    if (rij) {
      el.setAttribute('aria-label', `Regel ${rij[1]} weghalen`);
    } else if (TEKSTEN[naam]) {
      el.setAttribute('aria-label', TEKSTEN[naam]);
    }
  }
  for (const el of plek.querySelectorAll('input[placeholder="Search"]')) {
    el.placeholder = 'Zoeken';
  }
  for (const el of plek.querySelectorAll('input.fjs-select-hidden-input')) {
    zet(el, 'role', 'combobox');
    zet(el, 'aria-haspopup', 'listbox');
const lijst = el.closest('.fjs-form-field')?.querySelector('.fjs-dropdownlist');
    zet(el, 'aria-expanded', String(!!lijst));
    if (lijst) {
      lijst.id = `${el.id}-lijst`;
      zet(lijst, 'role', 'listbox');
      zet(lijst, 'aria-label', 'Keuzes');
      zet(el, 'aria-controls', lijst.id);
      lijst.querySelectorAll('.fjs-dropdownlist-item').forEach((keuze, nr) => {
        keuze.id = `${lijst.id}-${nr}`;
        zet(keuze, 'role', 'option');
        const gekozen = keuze.classList.contains('focused');
        zet(keuze, 'aria-selected', String(gekozen));
        if (gekozen) {
          zet(el, 'aria-activedescendant', keuze.id);
        }
      });
    } else {
      el.removeAttribute('aria-controls');
      el.removeAttribute('aria-activedescendant');
    }
    zet(el, 'autocomplete', 'off');
  }
  // The + and - of a number and the calendar's months are for the mouse; arrows do the same.
  for (const el of plek.querySelectorAll('.flatpickr-prev-month, .flatpickr-next-month, .fjs-input-adornment svg, .fjs-select-arrow svg, .fjs-select-cross svg')) {
    zet(el, 'aria-hidden', 'true');
  }
  for (const label of plek.querySelectorAll('.fjs-asterix')) {
    zet(label, 'aria-hidden', 'true');
  }
}

function zet(el, naam, waarde) {
  if (el.getAttribute(naam) !== waarde) {
    el.setAttribute(naam, waarde);
  }
}

// --- Messages ---------------------------------------------------------------------------------

function toonSamenvatting(kop, zin, regels = []) {
  document.getElementById('samenvatting-kop').textContent = kop;
  const alinea = document.getElementById('samenvatting-zin');
  alinea.replaceChildren(...[].concat(zin ?? []));
  alinea.hidden = !zin;
  document.getElementById('samenvatting-lijst').replaceChildren(
    ...regels.map(({ tekst, veld }) => {
      const item = document.createElement('li');
      if (veld) {
        const link = document.createElement('a');
        link.href = '#' + (veld.id || 'formulier');
        link.textContent = tekst;
        link.addEventListener('click', (klik) => {
          klik.preventDefault();
          veld.focus();
          veld.scrollIntoView({ block: 'center' });
        });
        item.append(link);
      } else {
        item.textContent = tekst;
      }
      return item;
    }),
  );
  samenvatting.hidden = false;
  samenvatting.focus();
  samenvatting.scrollIntoView({ block: 'nearest' });
}

function verberg() {
  samenvatting.hidden = true;
}

function koppeling(tekst, url, nieuwTabblad = false) {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = tekst;
  if (nieuwTabblad) {
    link.target = '_blank';
  }
  return link;
}

// --- The form ---------------------------------------------------------------------------------

let form;
let gewijzigd = false;
let bezig = false;

function pad(waardepad) {
  return waardepad.map((deel, i) => (typeof deel === 'number' ? `[${deel}]` : (i ? '.' : '') + deel)).join('');
}

function velden() {
  return form.get('formFieldInstanceRegistry').getAllKeyed();
}

// The element that takes the focus for a field of the form.
function element(veld) {
  const rijen = Object.values(veld.indexes ?? {}).map((rij) => '_' + rij).join('');
  const eigen = plek.querySelector(`[id$="-${CSS.escape(veld.id + rijen)}"]`);
  if (eigen?.matches('input, textarea, select, button')) {
    return eigen;
  }
  return plek.querySelector(`[id*="-${CSS.escape(veld.id + rijen)}-"]:is(input, textarea, select)`) ?? eigen ?? plek;
}

function naam(veld) {
  const bron = form.get('formFieldRegistry').get(veld.id);
  const rij = Object.values(veld.indexes ?? {}).at(-1);
  const label = bron.label || bron.dateLabel || bron.key;
  return rij === undefined ? label : `${label}, regel ${rij + 1}`;
}

function foutenInLijst(fouten) {
  const regels = [];
  for (const veld of velden()) {
    const eigen = [veld.id, ...Object.values(veld.indexes ?? {})].reduce((deel, sleutel) => deel?.[sleutel], fouten);
    if (Array.isArray(eigen) && typeof eigen[0] === 'string') {
      regels.push({ tekst: `${naam(veld)}: ${eigen[0]}`, veld: element(veld) });
    }
  }
  // In the order of the page, whatever order the form registered them in.
  return regels.sort((a, b) =>
    a.veld.compareDocumentPosition(b.veld) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
}

// What the server refused stands at its field; what fits no field stands in the summary alone.
function vanServer(veldfouten) {
  const fouten = {};
  const los = [];
  for (const { pad: adres, melding } of veldfouten) {
    const veld = velden().find((kandidaat) => pad(kandidaat.valuePath) === adres);
    if (!veld) {
      los.push({ tekst: melding });
      continue;
    }
    const weg = [veld.id, ...Object.values(veld.indexes ?? {})];
    let deel = fouten;
    for (const sleutel of weg.slice(0, -1)) {
      deel = deel[sleutel] ??= {};
    }
    (deel[weg.at(-1)] ??= []).push(melding);
  }
  form._setState({ errors: fouten });
  return [...los, ...foutenInLijst(fouten)];
}

const rust = (ms) => new Promise((klaar) => setTimeout(klaar, ms));

function token() {
  return {
    naam: document.querySelector('meta[name="_csrf_header"]').content,
    meta: document.querySelector('meta[name="_csrf"]'),
  };
}

// After signing in again in another tab this page still holds the old token.
async function verversToken() {
  const antwoord = await fetch(window.location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  const vers = new DOMParser().parseFromString(await antwoord.text(), 'text/html').querySelector('meta[name="_csrf"]');
  if (vers) {
    token().meta.content = vers.content;
  }
}

let tokenVerlopen = false;

async function stuur(invoer) {
  if (tokenVerlopen) {
    await verversToken();
    tokenVerlopen = false;
  }
  const { naam: kop, meta } = token();
  return fetch(plek.dataset.url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, application/problem+json',
      [kop]: meta.content,
    },
    body: JSON.stringify({ invoer }),
  });
}

async function opslaan() {
  if (bezig) {
    return;
  }
  bezig = true;
  knop.setAttribute('aria-busy', 'true');
  knop.setAttribute('aria-disabled', 'true');
  try {
    await verwerk();
  } catch (fout) {
    console.warn('taak', fout);
    toonSamenvatting('Niet opgeslagen', 'Er is geen verbinding. Uw invoer staat er nog; probeer het over een minuut opnieuw.');
  } finally {
    bezig = false;
    knop.removeAttribute('aria-busy');
    knop.removeAttribute('aria-disabled');
  }
}

async function verwerk() {
  // form-js takes over typed text with a delay; leaving the field makes it do so at once.
  document.activeElement?.blur?.();
  await rust(60);
  const { data, errors } = form.submit();
  if (Object.keys(errors).length > 0) {
    await rust(30);
    const regels = foutenInLijst(errors);
    toonSamenvatting(regels.length === 1 ? 'Eén veld klopt nog niet' : `${regels.length} velden kloppen nog niet`, null, regels);
    return;
  }
  const antwoord = await stuur(data);
  if (antwoord.ok) {
    gewijzigd = false;
    const { verder } = await antwoord.json();
    window.location.assign(verder && verder.startsWith('/') && !verder.startsWith('//') ? verder : plek.dataset.terug);
    return;
  }
  const probleem = await antwoord.json().catch(() => ({}));
  if (antwoord.status === 401) {
    tokenVerlopen = true;
    toonSamenvatting('U bent niet meer aangemeld', [
      'Uw invoer staat er nog. ',
      koppeling('Meld u aan in een nieuw tabblad', '/aanmelden', true),
      ' en sla daarna hier opnieuw op.',
    ]);
  } else if (antwoord.status === 409) {
    gewijzigd = false;
    toonSamenvatting(probleem.title ?? 'Iemand anders was u voor', [
      (probleem.detail ?? 'Deze taak is intussen al afgerond. Er is niets dubbel vastgelegd.') + ' ',
      koppeling('Terug', plek.dataset.terug),
    ]);
  } else if (Array.isArray(probleem.velden) && probleem.velden.length > 0) {
    const regels = vanServer(probleem.velden);
    toonSamenvatting(probleem.title ?? 'Niet opgeslagen', probleem.detail, regels);
  } else {
    const nummer = probleem.nummer ? ` Nummer: ${probleem.nummer}.` : '';
    toonSamenvatting(probleem.title ?? 'Niet opgeslagen', (probleem.detail ?? 'Er is niets opgeslagen. Uw invoer staat er nog.') + nummer);
  }
}

async function begin() {
  const antwoord = await fetch(plek.dataset.formulier, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!antwoord.ok) {
    const probleem = await antwoord.json().catch(() => ({}));
    throw new Error(probleem.detail ?? '');
  }
  const { schema, gegevens } = await antwoord.json();
  kalenderInHetNederlands();
  document.getElementById('laden').remove();
  form = new window.FormViewer.Form({ container: plek });
  const validator = form.get('validator');
  for (const methode of ['validateFieldInstance', 'validateField']) {
    const eigen = validator[methode].bind(validator);
    validator[methode] = (...args) => eigen(...args).map(vertaalFout);
  }
  await form.importSchema(schema, gegevens ?? {});
  plek.setAttribute('aria-busy', 'false');
  document.getElementById('balk').hidden = false;
  werkBij();
  new MutationObserver(werkBij).observe(plek, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class'],
  });
  form.on('field.updated', () => {
    gewijzigd = true;
  });
  await rust(30);
  // A date field or select opens on focus, which would hide the form: only plain fields are entered.
  const eerste = plek.querySelector('input:not([disabled]), textarea:not([disabled])');
  const opent = '.fjs-datepicker input, .fjs-form-field-select input, .fjs-select-hidden-input';
  if (eerste && !eerste.matches(opent)) {
    eerste.focus({ preventScroll: true });
  }
}

knop.addEventListener('click', opslaan);
document.addEventListener('keydown', (toets) => {
  if (toets.key === 'Enter' && (toets.ctrlKey || toets.metaKey) && form) {
    toets.preventDefault();
    opslaan();
  }
});
// Enter in a one-line field belongs to that field; form-js would submit to nowhere.
plek.addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
window.addEventListener('beforeunload', (vertrek) => {
  if (gewijzigd) {
    vertrek.preventDefault();
  }
});
plek.addEventListener('input', (invoer) => {
  gewijzigd ||= invoer.isTrusted;
});

begin().catch((fout) => {
  console.warn('taak', fout);
  plek.setAttribute('aria-busy', 'false');
  document.getElementById('laden')?.remove();
  verberg();
  toonSamenvatting('Het formulier kon niet worden geladen', fout.message || 'Laad de pagina opnieuw.');
});
