// A meeting recorded by keyboard. Everything works without this script too; with it lines are added
// in place, keys choose a conclusie, and the Behandeling shows as it will read.
const vorm = document.getElementById('verwerken-vorm');
let gewijzigd = false;

// --- lines ----------------------------------------------------------------------------------

function nummer(lijst) {
  lijst.querySelectorAll(':scope > li').forEach((li, i) => {
    li.querySelector('b').textContent = String(i + 1);
    li.querySelector('textarea').setAttribute('aria-label', `Opmerking ${i + 1}`);
    li.querySelector('input').setAttribute('aria-label', `Eigenaar van opmerking ${i + 1}`);
  });
}

function voegToe(lijst) {
  const nieuw = lijst.lastElementChild.cloneNode(true);
  nieuw.querySelector('.veldfout')?.remove();
  for (const veld of nieuw.querySelectorAll('textarea, input')) {
    veld.value = '';
    veld.removeAttribute('aria-invalid');
    veld.removeAttribute('id');
  }
  lijst.append(nieuw);
  nummer(lijst);
  return nieuw;
}

function volgende(li) {
  const naar = li.nextElementSibling ?? voegToe(li.parentElement);
  naar.querySelector('textarea').focus();
}

vorm.addEventListener('click', (klik) => {
  const knop = klik.target.closest('[data-regel]');
  if (knop) {
    klik.preventDefault();
    voegToe(knop.closest('fieldset').querySelector('.regels')).querySelector('textarea').focus();
  }
});

// Several lines pasted at once are as many remarks.
vorm.addEventListener('paste', (plak) => {
  const veld = plak.target.closest('.regels textarea');
  const regels = plak.clipboardData?.getData('text').split(/\r?\n/).map((r) => r.trim()).filter(Boolean) ?? [];
  if (!veld || regels.length < 2) {
    return;
  }
  plak.preventDefault();
  let li = veld.closest('li');
  veld.setRangeText(regels[0], veld.selectionStart, veld.selectionEnd, 'end');
  for (const regel of regels.slice(1)) {
    li = li.nextElementSibling && !li.nextElementSibling.querySelector('textarea').value
      ? li.nextElementSibling : voegToe(li.parentElement);
    li.querySelector('textarea').value = regel;
  }
  li.querySelector('textarea').focus();
  werkBij(li.closest('.punt'));
});

// --- keys -----------------------------------------------------------------------------------

vorm.addEventListener('keydown', (toets) => {
  const doel = toets.target;
  if (toets.key === 'Enter' && (toets.ctrlKey || toets.metaKey)) {
    toets.preventDefault();
    vorm.requestSubmit(document.getElementById('vastleggen'));
  } else if (toets.altKey && (toets.key === 'ArrowDown' || toets.key === 'ArrowUp')) {
    toets.preventDefault();
    const punten = [...vorm.querySelectorAll('.punt')];
    const hier = punten.indexOf(doel.closest('.punt'));
    const naar = punten[hier + (toets.key === 'ArrowDown' ? 1 : -1)];
    (naar?.querySelector('input[type=radio]:checked, input[type=radio]') ?? naar)?.focus();
  } else if (toets.ctrlKey || toets.altKey || toets.metaKey || toets.isComposing) {
    return;
  } else if (/^[1-8]$/.test(toets.key) && doel.matches('[data-conclusie] input')) {
    toets.preventDefault();
    const keuze = doel.closest('fieldset').querySelectorAll('input')[Number(toets.key) - 1];
    keuze.checked = true;
    keuze.focus();
    keuze.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (toets.key === 'Enter' && !toets.shiftKey && doel.matches('.regels textarea, .regels input')) {
    toets.preventDefault();
    volgende(doel.closest('li'));
  }
});

// --- as it will read ------------------------------------------------------------------------

const zin = (tekst) => (tekst && !/[.?!]$/.test(tekst) ? tekst + '.' : tekst);

function tekst(punt) {
  const gekozen = punt.querySelector('[data-conclusie] input:checked');
  const delen = [];
  const naam = gekozen?.nextElementSibling.textContent ?? '';
  const opmerkingen = [...punt.querySelectorAll('.regels textarea')].map((v) => v.value.trim()).filter(Boolean);
  const voorbehouden = [...punt.querySelectorAll('.voorbehoud')].filter((v) => v.querySelector('input:checked'));
  if (gekozen && gekozen.value !== 'leeg') {
    delen.push(zin(gekozen.value === 'nvt' ? 'N.v.t.' : naam));
  }
  if (gekozen?.value === 'nvt') {
    delen.push(punt.querySelector('.bij-nvt textarea').value.trim());
  }
  if (opmerkingen.length) {
    delen.push('Opmerkingen: ' + opmerkingen.join(' '));
  }
  for (const v of voorbehouden) {
    delen.push(`Voorbehoud ${v.querySelector('.keuze span').textContent}: ${v.querySelector('textarea').value.trim()}`);
  }
  return delen.filter(Boolean).join(' ') || 'nog leeg';
}

function werkBij(punt) {
  if (!punt?.querySelector('[data-conclusie]')) {
    return;
  }
  document.getElementById('voorbeeld').hidden = false;
  document.getElementById('voorbeeld-kop').textContent =
    `${vorm.dataset.datum}, ${vorm.dataset.overleg}, ${punt.dataset.doel}`;
  document.getElementById('voorbeeld-tekst').textContent = tekst(punt);
  for (const link of vorm.querySelectorAll('.punten a')) {
    if (link.hash === '#' + punt.id) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

vorm.addEventListener('input', (wijziging) => {
  gewijzigd = true;
  werkBij(wijziging.target.closest('.punt'));
});
vorm.addEventListener('focusin', (gebeurtenis) => werkBij(gebeurtenis.target.closest('.punt')));
vorm.addEventListener('submit', () => { gewijzigd = false; });
window.addEventListener('beforeunload', (vertrek) => {
  if (gewijzigd) {
    vertrek.preventDefault();
  }
});

(document.getElementById('fouten') ?? vorm.querySelector('[data-gevolg]'))?.focus();
// What was typed before somebody looked at the consequences is still not recorded.
gewijzigd = vorm.querySelector('[data-gevolg]') !== null;
werkBij([...vorm.querySelectorAll('.punt')].find((punt) => punt.querySelector('[data-conclusie]')));
